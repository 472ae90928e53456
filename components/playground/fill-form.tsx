'use client'

import { useEffect, useRef } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { RunPlan } from '@/lib/models/run-plan'
import { usePlaygroundForm } from '@/components/parameter-form/playground-form-handle'

/** Puts a plan into the form, once, and takes what asked for it out of the address: a reload must not do it again. */
export function FillForm({ plan, pictures }: { plan: RunPlan; pictures: Asset[] }) {
  const form = usePlaygroundForm()
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || !form) return
    isDone.current = true
    form.fill(plan, pictures)
    window.history.replaceState(null, '', '/')
  }, [form, plan, pictures])
  return null
}
