;; A function that has bytes beside other parameters, and that answers what it was given.
(component
  (core module $echo
    (memory (export "memory") 64)
    (global $free (mut i32) (i32.const 1024))
    ;; What a call allocates lies one behind the other, and is free when the call is over.
    (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
      (global.get $free)
      (global.set $free
        (i32.and (i32.add (i32.add (global.get $free) (local.get $size)) (i32.const 7)) (i32.const -8))))
    (func (export "echo")
      (param $name i32) (param $name-size i32) (param $data i32) (param $data-size i32) (param $n i32) (result i32)
      (i32.store (i32.const 16) (local.get $name))
      (i32.store (i32.const 20) (local.get $name-size))
      (i32.store (i32.const 24) (local.get $data))
      (i32.store (i32.const 28) (local.get $data-size))
      (i32.store (i32.const 32) (local.get $n))
      (i32.const 16))
    (func (export "over") (param i32)
      (global.set $free (i32.const 1024))))
  (core instance $echo (instantiate $echo))
  (func $lifted
    (param "name" string) (param "data" (list u8)) (param "n" u32)
    (result (tuple string (list u8) u32))
    (canon lift
      (core func $echo "echo")
      (memory $echo "memory")
      (realloc (func $echo "realloc"))
      (post-return (func $echo "over"))))
  (instance $mixed (export "echo" (func $lifted)))
  (export "fidius:mixed/mixed@0.1.0" (instance $mixed)))
