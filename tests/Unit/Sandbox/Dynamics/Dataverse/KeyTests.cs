using System.Net;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class KeyTests
{
    [Fact]
    public async Task An_upsert_by_key_makes_the_record_once_and_its_address_repeats_the_key()
    {
        await using var org = await Org.StartAsync();

        var first = await org.PatchAsync("accounts(xci_externalid='7001')", new() { ["name"] = "A" });
        var second = await org.PatchAsync("accounts(xci_externalid='7001')?$select=name,xci_externalid", new() { ["name"] = "B", ["xci_externalid"] = "other" }, "return=representation");

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        Assert.EndsWith("/api/data/v9.2/accounts(xci_externalid='7001')", first.Header("OData-EntityId"), StringComparison.Ordinal);
        // The key in the body is dropped where the record is there already.
        Assert.Equal((HttpStatusCode.OK, "B", "7001"), (second.Status, second.Json.Text("name"), second.Json.Text("xci_externalid")));
        Assert.Single((await org.GetAsync("accounts?$filter=name eq 'B'")).Rows);
    }

    [Fact]
    public async Task Where_the_record_is_made_the_key_in_the_body_wins()
    {
        await using var org = await Org.StartAsync();

        await org.PatchAsync("accounts(xci_externalid='7001')", new() { ["name"] = "A", ["xci_externalid"] = "7002" });

        Assert.Equal((404, "0x80060891"), (await org.GetAsync("accounts(xci_externalid='7001')")).Error);
        Assert.Equal("A", (await org.GetAsync("accounts(xci_externalid='7002')")).Json.Text("name"));
    }

    [Fact]
    public async Task An_apostrophe_is_doubled_and_escaped()
    {
        await using var org = await Org.StartAsync();

        await org.PatchAsync($"accounts(xci_externalid='{Uri.EscapeDataString("O''Neil 5 ü")}')", new() { ["name"] = "A" });

        Assert.Equal("O'Neil 5 ü", Assert.Single((await org.GetAsync("accounts?$filter=name eq 'A'")).Rows)!.Text("xci_externalid"));
        Assert.Equal("A", (await org.GetAsync("accounts(xci_externalid='O%27%27Neil%205%20%C3%BC')")).Json.Text("name"));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a<b")]
    [InlineData("a>b")]
    [InlineData("a*b")]
    [InlineData("a%b")]
    [InlineData("a&b")]
    [InlineData("a:b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a+b")]
    public async Task Characters_that_break_key_addresses_are_refused_even_when_they_are_escaped(string value)
    {
        await using var org = await Org.StartAsync();
        var path = $"accounts(xci_externalid='{Uri.EscapeDataString(value)}')";

        Assert.Equal((400, "0x8006088a"), (await org.PatchAsync(path, new() { ["name"] = "A" })).Error);
        Assert.Equal((400, "0x8006088a"), (await org.GetAsync(path)).Error);
        // The column itself may hold them, and a filter finds them.
        await org.MakeAsync("accounts", new() { ["name"] = "A", ["xci_externalid"] = value });
        Assert.Single((await org.GetAsync($"accounts?$filter=xci_externalid eq '{Uri.EscapeDataString(value)}'")).Rows);
    }

    [Fact]
    public async Task Where_the_service_shall_be_lenient_escaped_characters_pass()
    {
        await using var org = await Org.StartAsync(settings => settings.StrictKeyCharacters = false);

        await org.PatchAsync("accounts(xci_externalid='a%2Fb%2Bc')", new() { ["name"] = "A" });

        Assert.Equal("a/b+c", Assert.Single((await org.GetAsync("accounts?$filter=name eq 'A'")).Rows)!.Text("xci_externalid"));
    }

    [Theory]
    [InlineData("accounts(accountnumber='ACME')")]
    [InlineData("accounts(xci_externalid='1',name='A')")]
    [InlineData("accounts(nothing='1')")]
    [InlineData("accounts(xci_externalid=1)")]
    public async Task Columns_that_are_no_key_are_refused(string path)
    {
        await using var org = await Org.StartAsync();

        var answer = await org.GetAsync(path);

        Assert.Equal((400, "0x8006088a"), answer.Error);
        Assert.StartsWith("The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.account'.", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_built_for_a_while_and_can_be_used_when_it_is_active()
    {
        var time = new SteppedTime();
        await using var org = await Org.StartAsync(settings => settings.KeyActivation = TimeSpan.FromMinutes(10), time);
        async Task<string> StatusAsync() => (await org.GetAsync("EntityDefinitions(LogicalName='account')?$select=LogicalName&$expand=Keys($select=LogicalName,KeyAttributes,EntityKeyIndexStatus)")).Json["Keys"]!
            .AsArray().Single(key => key!.Text("LogicalName") == "accountnumber_key")!.Text("EntityKeyIndexStatus");

        await org.ControlAsync("keys", new() { ["table"] = "account", ["columns"] = new JsonArray("accountnumber") });
        Assert.Equal("Pending", await StatusAsync());
        Assert.Equal((400, "0x8006088a"), (await org.GetAsync("accounts(accountnumber='ACME')")).Error);
        time.Step(TimeSpan.FromMinutes(6));
        Assert.Equal("InProgress", await StatusAsync());
        time.Step(TimeSpan.FromMinutes(4));

        Assert.Equal("Active", await StatusAsync());
        Assert.Equal("Acme Stores", (await org.GetAsync("accounts(accountnumber='acme')")).Json.Text("name"));
    }

    [Fact]
    public async Task A_key_over_values_that_occur_twice_fails_and_others_can_be_held_in_a_state()
    {
        await using var org = await Org.StartAsync();
        await org.MakeAsync("accounts", new() { ["name"] = "Twin", ["accountnumber"] = "ACME" });

        Assert.Equal("Failed", (await org.ControlAsync("keys", new() { ["table"] = "account", ["columns"] = new JsonArray("accountnumber") })).Text("status"));
        Assert.Equal((400, "0x8006088a"), (await org.GetAsync("accounts(accountnumber='ACME')")).Error);
        Assert.Equal("Pending", (await org.ControlAsync("keys", new() { ["table"] = "contact", ["columns"] = new JsonArray("emailaddress1"), ["status"] = "Pending" })).Text("status"));
    }

    [Fact]
    public async Task Values_under_a_key_are_unique_and_empty_ones_do_not_count()
    {
        await using var org = await Org.StartAsync();
        await org.MakeAsync("accounts", new() { ["name"] = "A", ["xci_externalid"] = "1" });
        var other = await org.MakeAsync("accounts", new() { ["name"] = "B" });

        var twice = await org.PostAsync("accounts", new() { ["name"] = "C", ["xci_externalid"] = "1" });

        Assert.Equal((412, "0x80060892"), twice.Error);
        Assert.Contains("A record with the same value for xci_externalid already exists", twice.Message, StringComparison.Ordinal);
        Assert.Equal((412, "0x80060892"), (await org.PatchAsync($"accounts({other.Id("accountid")})", new() { ["xci_externalid"] = "1" })).Error);
        await org.MakeAsync("accounts", new() { ["name"] = "D" });
    }

    [Fact]
    public async Task Keys_of_several_columns_and_of_lookups_name_one_record()
    {
        await using var org = await Org.StartAsync();
        await org.ControlAsync("keys", new() { ["table"] = "contact", ["columns"] = new JsonArray("firstname", "emailaddress1") });
        await org.ControlAsync("keys", new() { ["table"] = "invoice", ["columns"] = new JsonArray("salesorderid", "name") });
        var order = await org.OrderAsync();

        Assert.Equal("Erin Buyer", (await org.GetAsync("contacts(emailaddress1='buyer@acme.example',firstname='Erin')")).Json.Text("fullname"));
        var invoice = await org.PatchAsync(
            $"invoices(_salesorderid_value={order.Id("salesorderid")},name='First')",
            new() { ["customerid_account@odata.bind"] = Web.Account("WEBGUEST"), ["pricelevelid@odata.bind"] = Web.PriceList("Web") }, "return=representation");
        Assert.Equal((HttpStatusCode.Created, order.Id("salesorderid")), (invoice.Status, invoice.Json.Id("_salesorderid_value")));
    }

    [Fact]
    public async Task A_record_is_bound_by_its_key()
    {
        await using var org = await Org.StartAsync();
        await org.MakeAsync("accounts", new() { ["name"] = "A", ["xci_externalid"] = "7001" });

        var order = await org.OrderAsync(Web.Order().With("customerid_account@odata.bind", "/accounts(xci_externalid='7001')"));

        Assert.Equal("A", (await org.GetAsync($"accounts({order.Id("_customerid_value")})")).Json.Text("name"));
    }

    [Fact]
    public async Task Of_two_upserts_at_once_one_may_be_told_that_the_record_exists()
    {
        await using var org = await Org.StartAsync(settings => (settings.KeyRace, settings.Latency) = (true, TimeSpan.FromMilliseconds(300)));

        var answers = await Task.WhenAll(
            org.PatchAsync("accounts(xci_externalid='7001')", new() { ["name"] = "A" }), org.PatchAsync("accounts(xci_externalid='7001')", new() { ["name"] = "A" }));

        var loser = Assert.Single(answers, answer => answer.Status != HttpStatusCode.NoContent);
        Assert.Equal((412, "0x80040237"), loser.Error);
        Assert.Equal("A record with matching key values already exists.", loser.Message);
        Assert.Equal(HttpStatusCode.NoContent, (await org.PatchAsync("accounts(xci_externalid='7001')", new() { ["name"] = "B" })).Status);
    }
}
