using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class TrackingTests
{
    private const string Track = "odata.track-changes";

    [Fact]
    public async Task The_feed_tells_what_changed_and_what_was_deleted_since()
    {
        await using var org = await Org.StartAsync();
        var gone = await org.MakeAsync("accounts", new() { ["name"] = "Gone" });
        var first = await org.GetAsync("accounts?$select=name", Track);
        Assert.Equal((5, Track), (first.Rows.Count, first.Header("Preference-Applied")));
        var link = first.Json.Text("@odata.deltaLink");
        Assert.Matches("%24deltatoken=\\d+%21\\d\\d%2F|\\$deltatoken=\\d+%21\\d\\d%2F", link);

        var made = await org.MakeAsync("accounts", new() { ["name"] = "New" });
        await org.DeleteAsync($"accounts({gone.Id("accountid")})");
        var brief = await org.MakeAsync("accounts", new() { ["name"] = "Brief" });
        await org.DeleteAsync($"accounts({brief.Id("accountid")})");
        var changes = await org.GetAsync(link);

        var rows = changes.Rows;
        Assert.Equal("New", Assert.Single(rows, row => row!["accountid"] is not null)!.Text("name"));
        Assert.Equal([gone.Id("accountid"), brief.Id("accountid")], rows.Where(row => row!.Text("reason") == "deleted").Select(row => row!.Id("id")));
        Assert.All(rows.Where(row => row!["reason"] is not null), row => Assert.EndsWith("$metadata#accounts/$deletedEntity", row!.Text("@odata.context"), StringComparison.Ordinal));
        await org.PatchAsync($"accounts({made.Id("accountid")})", new() { ["name"] = "Newer" });
        var later = await org.GetAsync(changes.Json.Text("@odata.deltaLink"));
        Assert.Equal("Newer", Assert.Single(later.Rows)!.Text("name"));
        Assert.Empty((await org.GetAsync(later.Json.Text("@odata.deltaLink"))).Rows);
    }

    [Fact]
    public async Task Both_the_first_reading_and_the_feed_come_in_pages()
    {
        await using var org = await Org.StartAsync();
        async Task<(List<string> Names, string Delta)> AllAsync(string path)
        {
            var names = new List<string>();
            var answer = await org.GetAsync(path, $"{Track},odata.maxpagesize=3");
            while (true)
            {
                names.AddRange(answer.Rows.Select(row => row!.Text("productnumber")));
                if (answer.Json["@odata.nextLink"] is not { } next) return (names, answer.Json.Text("@odata.deltaLink"));
                Assert.Null(answer.Json["@odata.deltaLink"]);
                answer = await org.GetAsync(next.GetValue<string>(), $"{Track},odata.maxpagesize=3");
            }
        }

        var first = await AllAsync("products?$select=productnumber");
        Assert.Equal(20, first.Names.Distinct().Count());
        string[] touched = ["MUG-01", "MUG-02", "KB-US", "KB-DE", "DESK-01", "CHAIR-01", "PEN-10"];
        foreach (var sku in touched)
        {
            await org.ControlAsync("stock/adjust", new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = sku, ["qty"] = 1 }) });
        }

        Assert.Equal(touched, (await AllAsync(first.Delta)).Names);
    }

    [Fact]
    public async Task A_token_dies_after_the_organizations_days()
    {
        var time = new SteppedTime();
        await using var org = await Org.StartAsync(time: time);
        var link = (await org.GetAsync("accounts?$select=name", Track)).Json.Text("@odata.deltaLink");

        time.Step(TimeSpan.FromDays(7));
        Assert.Empty((await org.GetAsync(link)).Rows);
        time.Step(TimeSpan.FromSeconds(1));
        var expired = await org.GetAsync(link);

        Assert.Equal((400, "0x80044352"), expired.Error);
        await org.ControlAsync("organization", new() { ["changeTrackingDays"] = 30 });
        Assert.Empty((await org.GetAsync(link)).Rows);
    }

    [Theory]
    [InlineData("accounts?$filter=name eq 'A'", "0x80060888")]
    [InlineData("accounts?$orderby=name", "0x80060888")]
    [InlineData("accounts?$expand=primarycontactid", "0x80060888")]
    [InlineData("accounts?$top=5", "0x80060888")]
    [InlineData("uoms", "0x80040203")]
    [InlineData("accounts?$deltatoken=nonsense", "0x80060888")]
    public async Task What_cannot_be_tracked_is_refused(string path, string code)
    {
        await using var org = await Org.StartAsync();

        Assert.Equal((400, code), (await org.GetAsync(path, Track)).Error);
    }

    [Fact]
    public async Task Deletions_and_versions_outlive_a_restart()
    {
        await using var org = await Org.StartAsync();
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A" });
        var link = new Uri((await org.GetAsync("accounts?$select=name", Track)).Json.Text("@odata.deltaLink")).PathAndQuery;
        await org.DeleteAsync($"accounts({account.Id("accountid")})");

        await org.RestartAsync();

        Assert.Equal(account.Id("accountid"), Assert.Single((await org.SendAsync(HttpMethod.Get, link)).Rows)!.Id("id"));
    }
}
