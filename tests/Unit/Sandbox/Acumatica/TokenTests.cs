using System.Net;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class TokenTests
{
    [Fact]
    public async Task A_refresh_token_works_once_and_its_successor_goes_on()
    {
        await using var erp = await Erp.StartAsync();
        var first = (await erp.GrantAsync())["refresh_token"]!.GetValue<string>();

        var second = await RefreshAsync(erp, first);
        var again = await RefreshAsync(erp, first);
        var third = await RefreshAsync(erp, second.Json["refresh_token"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (again.Status, again.Json["error"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, third.Status);
    }

    [Fact]
    public async Task A_refresh_token_outlives_a_restart()
    {
        await using var erp = await Erp.StartAsync();
        var refresh = (await erp.GrantAsync())["refresh_token"]!.GetValue<string>();

        await erp.RestartAsync();

        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(erp, refresh)).Status);
    }

    [Fact]
    public async Task A_refresh_ends_the_access_token_before_it()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var granted = await erp.GrantAsync();
        await RefreshAsync(erp, granted["refresh_token"]!.GetValue<string>());

        erp.Token = granted["access_token"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.Unauthorized, (await erp.GetAsync("Tax")).Status);
    }

    [Fact]
    public async Task An_expired_token_is_refused_and_a_refreshed_one_works()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var granted = await erp.GrantAsync();
        erp.Token = granted["access_token"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);

        await erp.ControlAsync("expire");
        Assert.Equal(HttpStatusCode.Unauthorized, (await erp.GetAsync("Tax")).Status);

        erp.Token = (await RefreshAsync(erp, granted["refresh_token"]!.GetValue<string>())).Json["access_token"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);
    }

    [Fact]
    public async Task Without_offline_access_no_refresh_token_is_given()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        Assert.Null((await erp.GrantAsync("api"))["refresh_token"]);
    }

    [Theory]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_id", "5B7C1E0A-3D4F-4C62-9A8E-0F1D2C3B4A59@Other", "invalid_client")]
    [InlineData("password", "wrong", "invalid_grant")]
    [InlineData("scope", "offline_access", "invalid_scope")]
    [InlineData("grant_type", "client_credentials", "unsupported_grant_type")]
    public async Task A_wrong_part_of_a_token_request_is_named(string field, string value, string error)
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = erp.Options.Username, ["password"] = erp.Options.Password, ["scope"] = "api", [field] = value,
        };

        var reply = await erp.FormAsync("token", form);

        Assert.Equal((HttpStatusCode.BadRequest, error), (reply.Status, reply.Json["error"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Revocation_ends_the_token_but_keeps_its_seat()
    {
        await using var erp = await Erp.StartAsync();
        await erp.FormAsync("revocation", new() { ["token"] = erp.Token });

        Assert.Equal(HttpStatusCode.Unauthorized, (await erp.GetAsync("Tax")).Status);
        Assert.Equal(1, (await erp.StateAsync())["seatsTaken"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_revoked_key_is_refused_everywhere_until_it_is_restored()
    {
        await using var erp = await Erp.StartAsync();
        await erp.ControlAsync("revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, (await erp.GetAsync("Tax")).Status);
        Assert.NotNull((await erp.GrantAsync())["error"]);

        await erp.ControlAsync("revoke", new() { ["revoked"] = false });
        Assert.Equal(HttpStatusCode.OK, (await erp.GetAsync("Tax")).Status);
    }

    [Fact]
    public async Task Discovery_names_the_token_address()
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var reply = await erp.SendAsync(HttpMethod.Get, "/identity/.well-known/openid-configuration");
        Assert.EndsWith("/identity/connect/token", reply.Json["token_endpoint"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static Task<Reply> RefreshAsync(Erp erp, string token) =>
        erp.FormAsync("token", new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token });
}
