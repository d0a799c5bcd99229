using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class BulkTests
{
    private const string Prefix = "accounts/Microsoft.Dynamics.CRM.";

    private static JsonObject Target(string name, string? key = null)
    {
        var target = new JsonObject { ["@odata.type"] = "Microsoft.Dynamics.CRM.account", ["name"] = name };
        return key is null ? target : target.With("@odata.id", $"accounts(xci_externalid='{key}')");
    }

    private static JsonObject Targets(params JsonObject[] targets) => new() { ["Targets"] = new JsonArray([.. targets]) };

    [Fact]
    public async Task Many_are_made_together_or_none()
    {
        await using var org = await Org.StartAsync();

        var answer = await org.PostAsync(Prefix + "CreateMultiple", Targets(Target("A"), Target("B")));
        Assert.Equal((HttpStatusCode.OK, 2), (answer.Status, answer.Json["Ids"]!.AsArray().Count));
        Assert.Equal("A", (await org.GetAsync($"accounts({answer.Json["Ids"]![0]})")).Json.Text("name"));
        var refused = await org.PostAsync(Prefix + "CreateMultiple", Targets(Target("C"), Target(new string('x', 200))));

        Assert.Equal((400, "0x80044331"), refused.Error);
        Assert.Empty((await org.GetAsync("accounts?$filter=name eq 'C'")).Rows);
    }

    [Fact]
    public async Task Each_target_says_its_type()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal((400, "0x80048d19"), (await org.PostAsync(Prefix + "CreateMultiple", Targets(Target("A").Without("@odata.type")))).Error);
        Assert.Equal((400, "0x80048d19"), (await org.PostAsync(Prefix + "CreateMultiple", new JsonObject())).Error);
        Assert.Equal((404, "0x8006088a"), (await org.PostAsync(Prefix + "DeleteMultiple", Targets(Target("A")))).Error);
    }

    [Fact]
    public async Task Upserts_take_the_key_in_the_address_and_fail_over_it_in_the_body_where_they_make_the_record()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync(Prefix + "UpsertMultiple", Targets(Target("A", "1"), Target("B", "2")))).Status);
        // On a record that is there the key in the body does no harm.
        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync(Prefix + "UpsertMultiple", Targets(Target("A2", "1").With("xci_externalid", "1")))).Status);
        var trap = await org.PostAsync(Prefix + "UpsertMultiple", Targets(Target("B2", "2"), Target("C", "3").With("xci_externalid", "3")));

        Assert.Equal((400, "0x80040216"), trap.Error);
        Assert.Equal("An unexpected error occurred.", trap.Message);
        Assert.Equal(["A2", "B"], (await org.GetAsync("accounts?$filter=xci_externalid ne null&$orderby=xci_externalid")).Rows.Select(row => row!.Text("name")));
    }

    [Fact]
    public async Task Updates_name_records_that_must_be_there()
    {
        await using var org = await Org.StartAsync();
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A" });

        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync(Prefix + "UpdateMultiple", Targets(Target("B").With("accountid", account.Text("accountid"))))).Status);
        Assert.Equal("B", (await org.GetAsync($"accounts({account.Id("accountid")})")).Json.Text("name"));
        Assert.Equal((404, "0x80040217"), (await org.PostAsync(Prefix + "UpdateMultiple", Targets(Target("C").With("accountid", Guid.NewGuid())))).Error);
        Assert.Equal((400, "0x80040203"), (await org.PostAsync(Prefix + "UpdateMultiple", Targets(Target("C")))).Error);
    }
}
