trait Api: Transport {
    /// `PUT /users/<user>/<user>?by=<user>`
    fn rename(
        &self,
        user: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/users/<user>/<user>?by=<user>",
                        "rename",
                    )
                    .headers(&["X-User"])
                    .body("user");
                &ENDPOINT
            })
            .literal("/users/")
            .segment("user", user)
            .literal("/")
            .segment("user", user)
            .query("user", "by", user)
            .header("user", "x-user", user)
            .json("user", user)
            .send(self)
    }
}
