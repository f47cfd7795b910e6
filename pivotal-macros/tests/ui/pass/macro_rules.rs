// Traits that a `macro_rules!` writes: names, types, templates and complete parameters are its arguments.
#![deny(warnings)]
use pivotal_runtime::{Error, Response, Transport, endpoint, endpoints};

#[derive(serde::Deserialize)]
pub struct List<T> {
    pub data: Vec<T>,
}

macro_rules! resource {
    ($name:ident, $path:literal, $one:ident, $all:ident, $id:ident: $key:ty => $value:ty, $get:literal) => {
        pub trait $name: Transport {
            #[endpoint(GET, $get)]
            async fn $one(&self, $id: $key) -> Result<$value, Error>;

            #[endpoint(GET, $path, response = List<$value>)]
            async fn $all(&self) -> Result<Response<List<$value>>, Error>;
        }

        impl<T: Transport> $name for T {}
    };
}

resource!(Customers, "/customers", customer, customers, id: &str => String, "/customers/<id>");
resource!(Users, "/users", user, users, number: u64 => Option<u8>, "/users/<number>");

// The name of the parameter is part of the macro.
macro_rules! with_id {
    ($name:ident, $key:ty, $error:path) => {
        #[endpoints("/api")]
        pub trait $name {
            #[endpoint(PUT, "/items/<id>?<tag>", body = item, header("X-Owner") = owner)]
            async fn put(&self, id: $key, tag: Option<&$key>, item: &[$key], owner: $key) -> Result<$key, $error>;

            #[endpoint(DELETE, "/items/<id>", response = $key)]
            async fn delete(&self, id: impl Into<$key>);
        }
    };
}

with_id!(Items, u32, Error);

// Methods from a list, with their attributes.
macro_rules! getters {
    ($($(#[$attribute:meta])* $name:ident: $method:ident $template:literal -> $ty:ty;)*) => {
        pub trait Getters: Transport {
            $(
                $(#[$attribute])*
                #[endpoint($method, $template)]
                async fn $name(&self) -> Result<$ty, Error>;
            )*
        }
        impl<T: Transport> Getters for T {}
    };
}

getters! {
    /// A number.
    a: GET "/a" -> u8;
    #[must_use]
    b: POST "/b" -> Vec<String>;
}

// Complete types are fragments: of parameters and converted parameters, of return types, and of `response`.
macro_rules! types {
    ($name:ident<$generic:ident>: $converted:ty, $borrowed:ty, $wire:ty => $returned:ty) => {
        pub trait $name: Transport {
            #[endpoint(PUT, "/<a>/<b>", bytes = c, header("X-Generic") = d, response = $wire)]
            async fn typed<$generic: AsRef<str>>(
                &self,
                a: $converted,
                b: &$borrowed,
                c: &[$borrowed],
                d: $generic,
            ) -> $returned;
        }
        impl<T: Transport> $name for T {}
    };
}

types!(Types<G>: impl Into<u64>, u8, String => Result<Option<String>, Error>);

async fn call<C: Customers + Users + Items + Getters + Types>(client: &C) -> Result<(), Error> {
    let _: String = client.customer("42").await?;
    let _: Vec<Option<u8>> = client.users().await?.into_inner().data;
    let _: Option<u8> = client.user(1).await?;
    let _: u32 = client.put(1, Some(&2), &[3], 4).await?;
    let _: u32 = client.delete(7_u8).await?;
    let _: (u8, Vec<String>) = (client.a().await?, client.b().await?);
    let _: Option<String> = client.typed(1_u8, &2, &[3], "text").await?;
    Ok(())
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
