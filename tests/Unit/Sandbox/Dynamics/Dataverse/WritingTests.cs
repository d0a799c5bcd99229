using System.Net;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Integration.Sandbox.Storage;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class WritingTests
{
    [Fact]
    public async Task A_new_record_answers_204_with_its_address_and_201_with_itself_when_asked()
    {
        await using var org = await Org.StartAsync();

        var plain = await org.PostAsync("accounts", new() { ["name"] = "A" });
        Assert.Equal((HttpStatusCode.NoContent, ""), (plain.Status, plain.Text));
        Assert.Equal("A", (await org.GetAsync(plain.Header("OData-EntityId"))).Json.Text("name"));

        var whole = await org.PostAsync("accounts?$select=name", new() { ["name"] = "B" }, "return=representation");
        Assert.Equal((HttpStatusCode.Created, "B", ""), (whole.Status, whole.Json.Text("name"), whole.Header("OData-EntityId")));
        Assert.Equal("return=representation", whole.Header("Preference-Applied"));
    }

    [Fact]
    public async Task The_caller_may_choose_the_id_once()
    {
        await using var org = await Org.StartAsync();
        var id = Guid.NewGuid();

        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("accounts", new() { ["accountid"] = id, ["name"] = "A" })).Status);

        Assert.Equal("A", (await org.GetAsync($"accounts({id})")).Json.Text("name"));
        Assert.Equal((412, "0x80040237"), (await org.PostAsync("accounts", new() { ["accountid"] = id, ["name"] = "A" })).Error);
    }

    [Theory]
    [InlineData("""{"nme":"A"}""", "Invalid property 'nme'")]
    [InlineData("""{"Name":"A"}""", "Invalid property 'Name'")]
    [InlineData("""{"name":5}""", "expected type 'Edm.String'")]
    [InlineData("""{"creditlimit":"5.00"}""", "IEEE754Compatible")]
    [InlineData("""{"numberofemployees":1.5}""", "expected type 'Edm.Int32'")]
    [InlineData("""{"creditonhold":"true"}""", "expected type 'Edm.Boolean'")]
    [InlineData("""{"PrimaryContactId@odata.bind":"/contacts(00000000-0000-0000-0000-000000000001)"}""", "undeclared property 'PrimaryContactId'")]
    [InlineData("""{"_primarycontactid_value":"00000000-0000-0000-0000-000000000001"}""", "Use Navigation properties")]
    [InlineData("""{"primarycontactid":"00000000-0000-0000-0000-000000000001"}""", "Use Navigation properties")]
    [InlineData("""{"primarycontactid@odata.bind":"/accounts(00000000-0000-0000-0000-000000000001)"}""", "cannot be bound")]
    [InlineData("""{"@odata.type":"Microsoft.Dynamics.CRM.contact"}""", "could not be resolved")]
    public async Task A_body_that_does_not_fit_the_table_is_refused(string body, string says)
    {
        await using var org = await Org.StartAsync();

        var answer = await org.SendAsync(HttpMethod.Post, Org.Root + "accounts", body);

        Assert.Equal((400, "0x80048d19"), answer.Error);
        Assert.Contains(says, answer.Message, StringComparison.Ordinal);
        Assert.Contains("Entity :'accounts'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lengths_ranges_choices_and_what_the_platform_requires_are_checked()
    {
        await using var org = await Org.StartAsync();

        var length = await org.PostAsync("accounts", new() { ["name"] = new string('x', 161) });
        Assert.Equal((400, "0x80044331"), length.Error);
        Assert.Contains("The length of the 'name' attribute of the 'account' entity exceeded the maximum allowed length of '160'", length.Message, StringComparison.Ordinal);
        Assert.Equal((400, "0x8004431a"), (await org.PostAsync("accounts", new() { ["paymenttermscode"] = 9 })).Error);
        Assert.Equal((400, "0x80044330"), (await org.PostAsync("accounts", new() { ["creditlimit"] = -1m })).Error);
        Assert.Equal((400, "0x80040203"), (await org.PostAsync("uoms", new() { ["name"] = "Pair" })).Error);
        Assert.Equal((400, "0x80040203"), (await org.PatchAsync($"pricelevels({Ids.Of("pricelevel", "Web")})", new() { ["name"] = null })).Error);
        // What only the forms insist on may be left out.
        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("accounts", new() { ["emailaddress1"] = "nameless@example.test" })).Status);
    }

    [Fact]
    public async Task What_a_column_does_not_take_is_ignored_without_a_word()
    {
        await using var org = await Org.StartAsync();

        var account = await org.MakeAsync("accounts", new() { ["name"] = "A", ["statecode"] = 1, ["createdon"] = "2001-01-01T00:00:00Z", ["versionnumber"] = 1 });

        Assert.Equal((0, 1), (account.Whole("statecode"), account.Whole("statuscode")));
        Assert.DoesNotContain("2001", account.Text("createdon"), StringComparison.Ordinal);
        Assert.NotEqual(1, account.Whole("versionnumber"));
        var order = await org.OrderAsync(Web.Order().With("totalamount", 1m).With("statecode", 3));
        Assert.Equal((17.90m, 0), (order.Amount("totalamount"), order.Whole("statecode")));
    }

    [Fact]
    public async Task State_and_status_change_together_and_must_fit()
    {
        await using var org = await Org.StartAsync();
        var path = $"accounts({Ids.Of("account", "ACME")})";

        Assert.Equal((400, "0x80048408"), (await org.PatchAsync(path, new() { ["statecode"] = 1, ["statuscode"] = 1 })).Error);
        Assert.Equal((400, "0x80048408"), (await org.PostAsync("accounts", new() { ["name"] = "A", ["statuscode"] = 2 })).Error);
        await org.PatchAsync(path, new() { ["statecode"] = 1 });

        Assert.Equal((1, 2), ((await org.GetAsync(path)).Json.Whole("statecode"), (await org.GetAsync(path)).Json.Whole("statuscode")));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_makes_what_is_not_there()
    {
        await using var org = await Org.StartAsync();
        var id = Guid.NewGuid();

        var made = await org.PatchAsync($"accounts({id})", new() { ["name"] = "A", ["telephone1"] = "1" });
        var changed = await org.PatchAsync($"accounts({id})", new() { ["telephone1"] = null });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (made.Status, changed.Status));
        Assert.Equal(changed.Header("OData-EntityId"), made.Header("OData-EntityId"));
        var account = (await org.GetAsync($"accounts({id})")).Json;
        Assert.Equal(("A", ""), (account.Text("name"), account.Text("telephone1")));
        var third = await org.PatchAsync($"accounts({id})?$select=name", new() { ["name"] = "B" }, "return=representation");
        Assert.Equal((HttpStatusCode.OK, "B"), (third.Status, third.Json.Text("name")));
        Assert.Equal(HttpStatusCode.Created, (await org.PatchAsync($"accounts({Guid.NewGuid()})", new() { ["name"] = "C" }, "return=representation")).Status);
    }

    [Fact]
    public async Task If_match_keeps_a_patch_from_making_and_from_overwriting()
    {
        await using var org = await Org.StartAsync();
        var path = $"accounts({Ids.Of("account", "ACME")})";
        var tag = (await org.GetAsync(path)).Header("ETag");

        Assert.Equal((404, "0x80040217"), (await org.PatchAsync($"accounts({Guid.NewGuid()})", new() { ["name"] = "A" }, match: "*")).Error);
        Assert.Equal((404, "0x80060891"), (await org.PatchAsync("accounts(xci_externalid='none')", new() { ["name"] = "A" }, match: "*")).Error);
        Assert.Equal(HttpStatusCode.NoContent, (await org.PatchAsync(path, new() { ["telephone1"] = "1" }, match: tag)).Status);
        var stale = await org.PatchAsync(path, new() { ["telephone1"] = "2" }, match: tag);
        Assert.Equal((412, "0x80060882"), stale.Error);
        Assert.Equal("The version of the existing record doesn't match the RowVersion property provided.", stale.Message);
        Assert.Equal((412, "0x80040237"), (await org.PatchAsync(path, new() { ["telephone1"] = "3" }, noneMatch: "*")).Error);
        Assert.Equal("1", (await org.GetAsync(path)).Json.Text("telephone1"));
    }

    [Fact]
    public async Task A_record_is_deleted_once_and_not_while_something_needs_it()
    {
        await using var org = await Org.StartAsync();
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A" });
        var path = $"accounts({account.Id("accountid")})";

        Assert.Equal(HttpStatusCode.NoContent, (await org.DeleteAsync(path)).Status);
        Assert.Equal((404, "0x80040217"), (await org.DeleteAsync(path)).Error);
        var order = await org.OrderAsync();
        Assert.Equal((400, "0x80040227"), (await org.DeleteAsync(Web.Account("WEBGUEST").TrimStart('/'))).Error);
        await org.DeleteAsync($"salesorders({order.Id("salesorderid")})");
        Assert.Empty((await org.GetAsync("salesorderdetails")).Rows);
    }

    [Fact]
    public async Task A_deletion_of_an_older_version_is_refused()
    {
        await using var org = await Org.StartAsync();
        var account = await org.MakeAsync("accounts", new() { ["name"] = "A" });
        var path = $"{Org.Root}accounts({account.Id("accountid")})";
        Task<Answer> DeleteAsync(string match) => org.SendAsync(HttpMethod.Delete, path, null, request => request.Headers.TryAddWithoutValidation("If-Match", match));

        Assert.Equal((412, "0x80060882"), (await DeleteAsync("W/\"1\"")).Error);
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(account.Text("@odata.etag"))).Status);
    }

    [Fact]
    public async Task Books_of_another_version_are_refused_at_start()
    {
        await using var org = await Org.StartAsync();
        await org.StandIn.DisposeAsync();
        async Task SetVersionAsync(long version)
        {
            await using var store = await SandboxStore.OpenAsync(org.Options.DataFile, TestContext.Current.CancellationToken);
            await store.WriteAsync(unit => unit.SetCounter("seed", version), TestContext.Current.CancellationToken);
        }

        await SetVersionAsync(Seed.Version + 1);
        await Assert.ThrowsAsync<InvalidDataException>(() => DataverseStandIn.StartAsync(org.Options, TestContext.Current.CancellationToken));
        await SetVersionAsync(Seed.Version);
        org.StandIn = await DataverseStandIn.StartAsync(org.Options, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_deep_insert_is_whole_or_nothing()
    {
        await using var org = await Org.StartAsync();

        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 1m), Web.WriteIn("Gift wrap", 1m, 4m)));
        Assert.Equal(2, order["order_details"]!.AsArray().Count);
        var refused = await org.PostAsync("salesorders", Web.Order(Web.Line("MUG-01", 1m), new JsonObject { ["quantity"] = 1m }));

        Assert.Equal((400, "0x80043b11"), refused.Error);
        Assert.Single((await org.GetAsync("salesorders")).Rows);
        Assert.Equal(2, (await org.GetAsync("salesorderdetails")).Rows.Count);
    }

    [Fact]
    public async Task A_related_record_is_made_with_the_one_that_points_to_it_but_not_by_an_update()
    {
        await using var org = await Org.StartAsync();

        var account = await org.MakeAsync("accounts?$expand=primarycontactid", new() { ["name"] = "A", ["primarycontactid"] = new JsonObject { ["firstname"] = "Ann", ["lastname"] = "Example" } });

        Assert.Equal("Ann Example", account["primarycontactid"]!.Text("fullname"));
        var deep = await org.PatchAsync($"accounts({account.Id("accountid")})", new() { ["primarycontactid"] = new JsonObject { ["lastname"] = "Other" } });
        Assert.Equal((400, "0x80048d19"), deep.Error);
        await org.PatchAsync($"accounts({account.Id("accountid")})", new() { ["primarycontactid@odata.bind"] = null });
        Assert.Null((await org.GetAsync($"accounts({account.Id("accountid")})")).Json["_primarycontactid_value"]);
    }

    [Fact]
    public async Task A_binding_to_nothing_is_refused()
    {
        await using var org = await Org.StartAsync();

        Assert.Equal((404, "0x80040217"), (await org.PostAsync("accounts", new() { ["name"] = "A", ["primarycontactid@odata.bind"] = $"/contacts({Guid.NewGuid()})" })).Error);
        Assert.Equal((404, "0x80060891"), (await org.PostAsync("salesorders", Web.Order().With("customerid_account@odata.bind", "/accounts(xci_externalid='none')"))).Error);
    }

    [Fact]
    public async Task The_customer_is_bound_by_the_name_of_its_table_only()
    {
        await using var org = await Org.StartAsync();
        var contact = $"/contacts({Ids.Of("contact", "buyer")})";

        var order = await org.OrderAsync(Web.Order().Without("customerid_account@odata.bind").With("customerid_contact@odata.bind", contact));

        Assert.Equal((Ids.Of("contact", "buyer"), Ids.Of("contact", "buyer")), (order.Id("_customerid_value"), order.Id("_contactid_value")));
        Assert.Equal((400, "0x80048d19"), (await org.PostAsync("salesorders", Web.Order().With("customerid@odata.bind", contact))).Error);
        Assert.Equal((400, "0x80040203"), (await org.PostAsync("salesorders", Web.Order().Without("customerid_account@odata.bind"))).Error);
    }

    [Fact]
    public async Task Duplicates_are_detected_by_rules_when_the_caller_wants_it()
    {
        await using var org = await Org.StartAsync(settings => settings.DuplicateRules = ["account.emailaddress1"]);
        var twin = """{"name":"A","emailaddress1":"buyer@acme.example"}""";

        Assert.Equal((412, "0x80040333"), (await org.SendAsync(HttpMethod.Post, Org.Root + "accounts", twin, request => request.Headers.Add("MSCRM.SuppressDuplicateDetection", "false"))).Error);
        Assert.Equal(HttpStatusCode.NoContent, (await org.SendAsync(HttpMethod.Post, Org.Root + "accounts", twin)).Status);
    }

    [Fact]
    public async Task What_was_committed_is_still_there_after_a_restart()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync(Web.Order().With("ai_anomalyscore", 0.875m));

        await org.RestartAsync();

        var again = await org.ReadAsync(order);
        Assert.Equal(order.AsObject().Without("@odata.context").ToJsonString(), again.AsObject().Without("@odata.context").ToJsonString());
    }
}
