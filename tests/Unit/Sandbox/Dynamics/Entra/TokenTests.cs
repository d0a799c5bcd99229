using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Entra;

public sealed class TokenTests
{
    private static readonly Uri Resource = new(Directory.Resource + "/");

    [Fact]
    public async Task A_secret_gives_a_token_that_the_resource_takes()
    {
        await using var directory = await Directory.StartAsync();

        var (status, body, _) = await directory.AskAsync(directory.Form());

        Assert.Equal(200, status);
        Assert.Equal(("Bearer", 3599), (body["token_type"]!.GetValue<string>(), body["expires_in"]!.GetValue<int>()));
        var app = directory.StandIn.Tokens.AppOf($"Bearer {body["access_token"]}", Resource);
        Assert.Equal((directory.App.ClientId, directory.App.ObjectId), (app?.ClientId, app?.ObjectId));
    }

    [Fact]
    public async Task A_token_is_good_for_its_own_resource_only_and_not_when_it_was_changed()
    {
        await using var directory = await Directory.StartAsync();
        var token = await directory.TokenAsync();

        Assert.Null(directory.StandIn.Tokens.AppOf(token, new Uri("https://other.operations.dynamics.com")));
        Assert.Null(directory.StandIn.Tokens.AppOf(token[..^4] + "AAAA", Resource));
        Assert.Null(directory.StandIn.Tokens.AppOf("Bearer nonsense", Resource));
        Assert.Null(directory.StandIn.Tokens.AppOf(null, Resource));
    }

    [Fact]
    public async Task A_token_ends_after_its_hour()
    {
        var time = new ManualTime();
        await using var directory = await Directory.StartAsync(time: time);
        var token = await directory.TokenAsync();

        time.Now += TimeSpan.FromMinutes(59);
        Assert.NotNull(directory.StandIn.Tokens.AppOf(token, Resource));
        time.Now += TimeSpan.FromMinutes(1);
        Assert.Null(directory.StandIn.Tokens.AppOf(token, Resource));
    }

    [Fact]
    public async Task Expiry_ends_the_tokens_given_and_new_ones_are_good()
    {
        await using var directory = await Directory.StartAsync();
        var before = await directory.TokenAsync();

        await directory.ControlAsync("expire");

        Assert.Null(directory.StandIn.Tokens.AppOf(before, Resource));
        Assert.NotNull(directory.StandIn.Tokens.AppOf(await directory.TokenAsync(), Resource));
    }

    [Fact]
    public async Task Revocation_ends_tokens_and_refuses_new_ones_until_it_is_taken_back()
    {
        await using var directory = await Directory.StartAsync();
        var token = await directory.TokenAsync();

        await directory.ControlAsync("revoke");
        Assert.Null(directory.StandIn.Tokens.AppOf(token, Resource));
        Assert.Equal(7000112, Code((await directory.AskAsync(directory.Form())).Body));

        await directory.ControlAsync("revoke", new JsonObject { ["revoked"] = false });
        Assert.NotNull(directory.StandIn.Tokens.AppOf(token, Resource));
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client", 7000215)]
    [InlineData("client_secret", "", 401, "invalid_client", 7000216)]
    [InlineData("client_id", "11111111-2222-3333-4444-555555555555", 400, "unauthorized_client", 700016)]
    [InlineData("client_id", "", 400, "invalid_request", 900144)]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type", 70003)]
    [InlineData("grant_type", "", 400, "invalid_request", 900144)]
    [InlineData("scope", "", 400, "invalid_request", 900144)]
    [InlineData("scope", "https://usmf.operations.dynamics.com/user_impersonation", 400, "invalid_scope", 1002012)]
    [InlineData("scope", "https://usmf.operations.dynamics.com/.default openid", 400, "invalid_scope", 1002012)]
    [InlineData("scope", "https://usmf.operations.dynamics.com//.default", 400, "invalid_resource", 500011)]
    public async Task A_request_that_is_not_right_is_refused_with_its_number(string parameter, string value, int status, string error, int code)
    {
        await using var directory = await Directory.StartAsync();

        var (answered, body, _) = await directory.AskAsync(directory.Form((parameter, value)));

        Assert.Equal((status, error, code), (answered, body["error"]!.GetValue<string>(), Code(body)));
        Assert.StartsWith($"AADSTS{code}: ", body["error_description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", body["error_description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenant_and_an_unknown_resource_and_a_disabled_application_are_refused()
    {
        await using var directory = await Directory.StartAsync(settings => settings.Resources = ["https://known.operations.dynamics.com"]);

        Assert.Equal(90002, Code((await directory.AskAsync(directory.Form(), "contoso.onmicrosoft.com")).Body));
        Assert.Equal(500011, Code((await directory.AskAsync(directory.Form())).Body));
        Assert.Equal(200, (await directory.AskAsync(directory.Form(("scope", "https://known.operations.dynamics.com/.default")))).Status);

        await directory.ControlAsync("settings", new JsonObject { ["resources"] = new JsonArray(), ["disabled"] = new JsonArray(directory.App.ClientId) });
        Assert.Equal(7000112, Code((await directory.AskAsync(directory.Form())).Body));
    }

    [Fact]
    public async Task An_application_that_asks_again_and_again_is_stopped_for_a_while()
    {
        var time = new ManualTime();
        await using var directory = await Directory.StartAsync(settings => settings.MaxTokens = 3, time);
        for (var ask = 0; ask < 3; ask++)
        {
            Assert.Equal(200, (await directory.AskAsync(directory.Form())).Status);
        }

        time.Now += TimeSpan.FromMinutes(2);
        var (status, body, response) = await directory.AskAsync(directory.Form());

        Assert.Equal((429, 50196), (status, Code(body)));
        Assert.Equal(TimeSpan.FromMinutes(3), response.Headers.RetryAfter!.Delta);
        time.Now += TimeSpan.FromMinutes(3);
        Assert.Equal(200, (await directory.AskAsync(directory.Form())).Status);
        Assert.Equal(4, (await directory.GetAsync("/_sandbox/state"))["signIns"]!.GetValue<int>());
    }

    [Fact]
    public async Task Discovery_names_the_addresses_of_the_tenant()
    {
        await using var directory = await Directory.StartAsync();
        var tenant = directory.StandIn.Options.Tenant;

        var configuration = await directory.GetAsync($"/{tenant}/v2.0/.well-known/openid-configuration");
        var instance = await directory.GetAsync($"/common/discovery/instance?api-version=1.1&authorization_endpoint=https%3A%2F%2Flogin.microsoftonline.com%2F{tenant}%2Foauth2%2Fv2.0%2Fauthorize");

        Assert.Equal($"{directory.StandIn.BaseUrl}{tenant}/oauth2/v2.0/token", configuration["token_endpoint"]!.GetValue<string>());
        Assert.Equal("login.microsoftonline.com", instance["metadata"]![0]!["aliases"]![0]!.GetValue<string>());
    }

    private static int Code(JsonNode body) => body["error_codes"]![0]!.GetValue<int>();
}
