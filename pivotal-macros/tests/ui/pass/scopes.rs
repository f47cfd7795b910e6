// Traits inside modules, functions, blocks, generic functions and constants.
#![deny(warnings)]
#![allow(dead_code)]
use pivotal_runtime::{Client, Error, Transport, endpoint, endpoints};

mod outer {
    pub mod inner {
        use pivotal_runtime::{Error, Transport, endpoint};

        pub(in crate::outer) struct Secret;
        #[derive(serde::Deserialize)]
        pub(crate) struct Known;

        pub(crate) trait Api: Transport {
            #[endpoint(GET, "/known")]
            async fn known(&self) -> Result<Known, Error>;
        }
        impl<T: Transport> Api for T {}
    }

    trait Private: pivotal_runtime::Transport {
        #[pivotal_runtime::endpoint(GET, "/secret")]
        async fn secret(&self) -> Result<super::Number, pivotal_runtime::Error>;
    }
    impl<T: pivotal_runtime::Transport> Private for T {}

    async fn call(client: &impl Private) {
        let _ = (client.secret().await, inner::Secret);
    }
}

type Number = u32;

async fn in_a_function<C: Transport>(client: C) -> Result<Number, Error> {
    #[derive(serde::Deserialize)]
    struct Local(Number);

    #[endpoints("/local")]
    trait Api {
        #[endpoint(GET, "/<id>")]
        async fn local(&self, id: u8) -> Result<Local, Error>;
    }

    {
        trait Nested: Transport {
            #[endpoint(GET, "/nested")]
            async fn nested(&self) -> Result<Local, Error>;
        }
        impl<T: Transport> Nested for T {}
        client.nested().await?;
    }
    Ok(client.local(1).await?.0)
}

const _: () = {
    trait Hidden: Transport {
        #[endpoint(GET, "/hidden")]
        async fn hidden(&self) -> Result<Number, Error>;
    }
    impl<T: Transport> Hidden for T {}
};

fn main() {
    let _ = in_a_function::<Client>;
}
