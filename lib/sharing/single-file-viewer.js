// The script of an exported HTML file, put into it as it stands here: no bundler, no network. It draws what the data in
// the same file says: see single-file.ts.
;(() => {
  const { inputs, results } = JSON.parse(document.getElementById('data').textContent)
  const find = (id) => document.getElementById(id)
  const [stage, left, right, handle] = ['stage', 'left', 'right', 'handle'].map(find)
  const [leftName, rightName, facts, list] = ['left-name', 'right-name', 'facts', 'list'].map(find)
  const mostZoom = 16
  const view = { at: 0, shown: 0, divider: 0.5, zoom: 1, x: 0, y: 0 }

  const between = (value, low, high) => Math.min(high, Math.max(low, value))

  /** What the shown picture is compared with: its own input, or without one the first other result. */
  function before() {
    const result = results[view.at]
    const input = inputs.find(({ name }) => name === result.inputs[0])
    if (input) return { picture: input, caption: 'Before' }
    const other = results.find((one) => one !== result)
    return other && { picture: other.pictures[0], caption: other.label }
  }

  function choose(at, shown) {
    view.at = at
    view.shown = shown
    const result = results[at]
    const picture = result.pictures[shown]
    const other = before()
    const isInput = other && other.caption === 'Before'
    show(right, picture)
    show(left, other && other.picture)
    rightName.textContent = isInput && results.length === 1 ? 'After' : result.label
    leftName.textContent = other ? other.caption : ''
    leftName.hidden = handle.hidden = !other
    facts.replaceChildren(
      ...[...result.facts, { name: 'Size', value: `${picture.fullWidth} × ${picture.fullHeight} px` }].map(
        row,
      ),
    )
    for (const button of list.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.dataset.key === `${at} ${shown}`))
    draw()
  }

  function show(image, picture) {
    image.hidden = !picture
    if (!picture) return
    image.src = picture.data
    image.alt = picture.alt
    image.picture = picture
  }

  function row({ name, value }) {
    const item = document.createElement('div')
    const term = document.createElement('dt')
    const meaning = document.createElement('dd')
    term.textContent = name
    meaning.textContent = value
    item.append(term, meaning)
    return item
  }

  /** Each picture whole and in its own shape, both under one zoom, centred on the same point. */
  function draw() {
    const { clientWidth: wide, clientHeight: high } = stage
    const reach = (view.zoom - 1) / 2
    view.x = between(view.x, -wide * reach, wide * reach)
    view.y = between(view.y, -high * reach, high * reach)
    for (const image of [left, right]) {
      if (!image.picture) continue
      const { width, height } = image.picture
      const scale = Math.min(wide / width, high / height) * view.zoom
      Object.assign(image.style, {
        width: `${width * scale}px`,
        height: `${height * scale}px`,
        left: `${(wide - width * scale) / 2 + view.x}px`,
        top: `${(high - height * scale) / 2 + view.y}px`,
      })
    }
    const percent = view.divider * 100
    const isAlone = left.hidden
    left.parentElement.style.clipPath = `inset(0 ${100 - percent}% 0 0)`
    right.parentElement.style.clipPath = isAlone ? 'none' : `inset(0 0 0 ${percent}%)`
    handle.style.left = `${percent}%`
    handle.setAttribute('aria-valuenow', String(Math.round(percent)))
  }

  function zoomAt(factor, clientX, clientY) {
    const box = stage.getBoundingClientRect()
    const zoom = between(view.zoom * factor, 1, mostZoom)
    const grown = zoom / view.zoom
    const x = (clientX ?? box.left + box.width / 2) - box.left - box.width / 2
    const y = (clientY ?? box.top + box.height / 2) - box.top - box.height / 2
    view.x = x - (x - view.x) * grown
    view.y = y - (y - view.y) * grown
    view.zoom = zoom
    draw()
  }

  function step(by) {
    const all = results.flatMap(({ pictures }, at) => pictures.map((_, shown) => [at, shown]))
    const now = all.findIndex(([at, shown]) => at === view.at && shown === view.shown)
    const next = all[(now + by + all.length) % all.length]
    choose(next[0], next[1])
  }

  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      zoomAt(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), event.clientX, event.clientY)
    },
    { passive: false },
  )

  const pointers = new Map()
  let isDividing = false
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    if (pointers.size === 0) isDividing = event.target === handle || (view.zoom === 1 && !left.hidden)
    pointers.set(event.pointerId, event)
    stage.setPointerCapture(event.pointerId)
    if (isDividing && event.target !== handle) divide(event)
  })
  stage.addEventListener('pointermove', (event) => {
    const last = pointers.get(event.pointerId)
    if (!last) return
    const other = [...pointers.values()].find(({ pointerId }) => pointerId !== event.pointerId)
    pointers.set(event.pointerId, event)
    if (other) {
      const distance = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
      const middle = (name) => (event[name] + other[name]) / 2
      isDividing = false
      return zoomAt(distance(event) / Math.max(1, distance(last)), middle('clientX'), middle('clientY'))
    }
    if (isDividing) return divide(event)
    view.x += event.clientX - last.clientX
    view.y += event.clientY - last.clientY
    draw()
  })
  for (const name of ['pointerup', 'pointercancel'])
    stage.addEventListener(name, (event) => pointers.delete(event.pointerId))

  function divide({ clientX }) {
    const box = stage.getBoundingClientRect()
    view.divider = between((clientX - box.left) / box.width, 0, 1)
    draw()
  }

  const moves = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moves[event.key]
    const acts = {
      '+': () => zoomAt(1.25),
      '=': () => zoomAt(1.25),
      '-': () => zoomAt(0.8),
      0: () => zoomAt(0),
      n: () => step(1),
      p: () => step(-1),
    }
    if (move && (event.target === handle || view.zoom === 1) && move[0] !== 0) {
      view.divider = between(view.divider - move[0] * 0.02, 0, 1)
      draw()
    } else if (move && view.zoom > 1) {
      view.x += move[0] * stage.clientWidth * 0.1
      view.y += move[1] * stage.clientHeight * 0.1
      draw()
    } else if (event.target === handle && (event.key === 'Home' || event.key === 'End')) {
      view.divider = event.key === 'Home' ? 0 : 1
      draw()
    } else if (acts[event.key]) acts[event.key]()
    else return
    event.preventDefault()
  })

  find('larger').addEventListener('click', () => zoomAt(1.5))
  find('smaller').addEventListener('click', () => zoomAt(1 / 1.5))
  find('fit').addEventListener('click', () => zoomAt(0))

  results.forEach(({ label, pictures }, at) =>
    pictures.forEach((picture, shown) => {
      const button = document.createElement('button')
      const image = document.createElement('img')
      const name = document.createElement('span')
      button.type = 'button'
      button.dataset.key = `${at} ${shown}`
      image.src = picture.data
      image.alt = ''
      name.textContent = pictures.length > 1 ? `${label} (${shown + 1})` : label
      button.append(image, name)
      button.addEventListener('click', () => choose(at, shown))
      list.append(button)
    }),
  )
  list.hidden = list.children.length < 2
  new ResizeObserver(draw).observe(stage)
  if (results.length > 0) choose(0, 0)
})()
