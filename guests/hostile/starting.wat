;; Hangs in the start function, which runs when an instance is made, if the host says so.
(module
  (import "fidius:hostile/host@0.1.0" "hang" (func $hang (result i32)))

  (func $start
    (if (call $hang) (then (loop $forever (br $forever)))))
  (start $start)

  (func (export "well") (result i32)
    (i32.const 42)))
