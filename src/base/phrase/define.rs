//! The macro that defines an area of phrases, so that a phrase, its id and its values cannot disagree.

/// What a phrase is made of, for tables over all phrases: the id of its message and the names of its values.
pub type Shape = (&'static str, &'static [&'static str]);

/// Defines an enum of phrases: `Variant { field: Type } = "message-id"`. Gives it `TABLE`, `id()`, `args()` and
/// a way into [`Phrase`](super::Phrase).
macro_rules! phrases {
    ($(#[$doc:meta])* $name:ident in $area:ident {
        $($(#[$vdoc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident: $ty:ty),+ $(,)? })? = $id:literal,)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vdoc])* $variant $({ $($(#[$fdoc])* $field: $ty),+ })?,)*
        }

        impl $name {
            /// The shapes of this area's phrases.
            pub const TABLE: &'static [$crate::base::phrase::Shape] = &[
                $(($id, &[$($(stringify!($field)),+)?]),)*
            ];

            /// The id of its message.
            pub fn id(&self) -> &'static str {
                match *self { $($name::$variant { .. } => $id,)* }
            }

            /// The values that go into it, by name.
            pub fn args(&self) -> Vec<(&'static str, $crate::base::phrase::Arg)> {
                #[allow(unused_imports)]
                use $crate::base::phrase::arg::ToArg;
                match *self {
                    $($name::$variant $({ $(ref $field),+ })? => {
                        vec![$($((stringify!($field), $field.to_arg())),+)?]
                    })*
                }
            }
        }

        impl From<$name> for $crate::base::phrase::Phrase {
            fn from(one: $name) -> $crate::base::phrase::Phrase {
                $crate::base::phrase::Phrase::$area(one)
            }
        }
    };
}
