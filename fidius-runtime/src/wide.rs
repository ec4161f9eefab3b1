//! Tuples of 13 to 17 elements, which std implements no traits for.

use std::fmt;

/// A wide tuple as two narrow ones: its first twelve elements, and the rest. It compares and prints like one tuple.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Wide<A, B>(pub A, pub B);

macro_rules! debug {
    ($($head:ident)*; $($tail:ident)*) => {
        impl<$($head: fmt::Debug,)* $($tail: fmt::Debug,)*> fmt::Debug
            for Wide<($($head,)*), ($($tail,)*)>
        {
            #[allow(non_snake_case, reason = "the parameters of the type name the elements too")]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Self(($($head,)*), ($($tail,)*)) = self;
                f.debug_tuple("")$(.field($head))*$(.field($tail))*.finish()
            }
        }
    };
}

debug!(A B C D E F G H I J K L; M);
debug!(A B C D E F G H I J K L; M N);
debug!(A B C D E F G H I J K L; M N O);
debug!(A B C D E F G H I J K L; M N O P);
debug!(A B C D E F G H I J K L; M N O P Q);
