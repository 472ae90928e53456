/**
 * Pages come before pictures. A work thread loads this before anything else (`--require`): reading our code keeps a
 * processor busy for a second.
 */
require('./give-way.cjs').workWhenIdle()
