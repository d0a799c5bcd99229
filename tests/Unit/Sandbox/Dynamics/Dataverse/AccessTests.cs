using System.Net;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class AccessTests
{
    [Fact]
    public async Task The_application_user_is_told_who_it_is()
    {
        await using var org = await Org.StartAsync();

        var me = (await org.GetAsync("WhoAmI")).Json;

        Assert.Equal((Seed.ApplicationUser, Ids.Of("organization", "one")), (me.Id("UserId"), me.Id("OrganizationId")));
        var user = (await org.GetAsync($"systemusers({me.Id("UserId")})")).Json;
        Assert.Equal((true, Guid.Parse(org.Options.ClientId)), (user["isintegrationuser"]!.GetValue<bool>(), user.Id("applicationid")));
        Assert.Equal(me.Id("UserId"), (await org.OrderAsync()).Id("_createdby_value"));
    }

    [Fact]
    public async Task Without_a_good_token_nothing_is_served()
    {
        await using var org = await Org.StartAsync();
        org.Token = "other";

        var answer = await org.GetAsync("WhoAmI");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("Bearer ", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_without_an_enabled_user_is_not_let_in()
    {
        await using var org = await Org.StartAsync();

        org.Token = FixedToken.Stranger;
        Assert.Equal((403, "0x80072560"), (await org.GetAsync("WhoAmI")).Error);
        org.Token = FixedToken.Good;
        await org.ControlAsync("organization", new() { ["disabled"] = true });
        Assert.Equal((403, "0x80040225"), (await org.GetAsync("WhoAmI")).Error);
        await org.ControlAsync("organization", new() { ["disabled"] = false });
        Assert.Equal(HttpStatusCode.OK, (await org.GetAsync("WhoAmI")).Status);
    }

    [Fact]
    public async Task Tokens_are_revoked_and_restored_and_those_in_use_expire()
    {
        await using var org = await Org.StartAsync();

        await org.ControlAsync("revoke");
        Assert.Equal(HttpStatusCode.Unauthorized, (await org.GetAsync("WhoAmI")).Status);
        await org.ControlAsync("revoke", new() { ["revoked"] = false });
        Assert.Equal(HttpStatusCode.OK, (await org.GetAsync("WhoAmI")).Status);
        await org.ControlAsync("expire");
        Assert.Equal(HttpStatusCode.Unauthorized, (await org.GetAsync("WhoAmI")).Status);
    }

    [Theory]
    [InlineData("OData-Version")]
    [InlineData("OData-MaxVersion")]
    [InlineData("Accept")]
    public async Task The_headers_of_every_request_are_asked_for(string header)
    {
        await using var org = await Org.StartAsync();
        Task<Answer> WithoutAsync() => org.SendAsync(HttpMethod.Get, Org.Root + "WhoAmI", null, request => request.Headers.Remove(header));

        Assert.Equal((400, "0x80040203"), (await WithoutAsync()).Error);
        org.StandIn.Settings.StrictHeaders = false;
        Assert.Equal(HttpStatusCode.OK, (await WithoutAsync()).Status);
    }

    [Theory]
    [InlineData("text/plain", "{}", 415)]
    [InlineData("application/json", "", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{\"name\":", 400)]
    public async Task A_body_must_be_a_JSON_object_and_say_so(string type, string body, int status)
    {
        await using var org = await Org.StartAsync();

        Assert.Equal(status, (await org.SendAsync(HttpMethod.Post, Org.Root + "accounts", body, type: type)).Error.Status);
    }

    [Fact]
    public async Task Errors_say_more_when_annotations_are_wanted()
    {
        await using var org = await Org.StartAsync();

        var error = (await org.GetAsync("accounts?$select=Name", "odata.include-annotations=\"*\"")).Json["error"]!.AsObject();

        Assert.Equal(error.Text("message"), error.Text("@Microsoft.PowerApps.CDS.InnerError.Message"));
        Assert.True(error.ContainsKey("@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus") && error.ContainsKey("@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode"));
    }

    [Fact]
    public async Task A_method_that_a_path_does_not_have_is_refused()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal(405, (await org.SendAsync(HttpMethod.Put, Org.Root + $"accounts({Guid.NewGuid()})", "{}")).Error.Status);
    }

    [Fact]
    public async Task Somebody_must_know_the_tokens()
    {
        var options = new DataverseOptions { DataFile = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.db") };

        await Assert.ThrowsAsync<ArgumentException>(() => DataverseStandIn.StartAsync(options, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_organization_tells_its_switches_and_takes_them()
    {
        await using var org = await Org.StartAsync();
        var row = Assert.Single((await org.GetAsync("organizations?$select=issopintegrationenabled,expirechangetrackingindays")).Rows)!;
        Assert.Equal((false, 7), (row["issopintegrationenabled"]!.GetValue<bool>(), row.Whole("expirechangetrackingindays")));

        await org.PatchAsync($"organizations({row.Id("organizationid")})", new() { ["issopintegrationenabled"] = true });

        Assert.True((await org.ControlAsync("organization", new JsonObject()))["sopIntegration"]!.GetValue<bool>());
        Assert.Equal((403, "0x80040220"), (await org.DeleteAsync($"organizations({row.Id("organizationid")})")).Error);
    }
}
