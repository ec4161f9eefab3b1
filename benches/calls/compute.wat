;; A function that computes, for as long as it is told to, and uses nothing of the host's.
(component
  (core module $compute
    (func (export "scramble") (param $seed i32) (param $steps i32) (result i32)
      (loop $step
        (local.set $seed
          (i32.add (i32.mul (local.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
        (br_if $step
          (local.tee $steps (i32.sub (local.get $steps) (i32.const 1)))))
      (local.get $seed)))
  (core instance $compute (instantiate $compute))
  (func $lifted
    (param "seed" u32) (param "steps" u32) (result u32)
    (canon lift (core func $compute "scramble")))
  (instance $compute (export "scramble" (func $lifted)))
  (export "fidius:compute/compute@0.1.0" (instance $compute)))
