using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;
using Integration.Sandbox.Faults;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Protocol;

public sealed class DataverseClientTests
{
    private static readonly Shown Account = new(["accountid", "name", "xci_externalid"]);

    private static CancellationToken Ct => SalesBench.Ct;

    [Theory]
    [InlineData("O'Neill & Söhne, 100% \"A/B\" <x> \\ ? + : *")]
    [InlineData("O'Neill Söhne, (Łódź) = #1")]
    public async Task A_record_of_any_key_is_made_once_found_and_changed(string key)
    {
        await using var bench = await SalesBench.StartAsync();
        var alternate = new AlternateKey(("xci_externalid", key));

        var made = await bench.Client.CreateAsync("accounts", alternate, new JsonObject { ["name"] = "First" }, Account, Ct);
        var again = await bench.Client.CreateAsync("accounts", alternate, new JsonObject { ["name"] = "Second" }, Account, Ct);
        var changed = await bench.Client.UpsertAsync("accounts", "accountid", alternate, new JsonObject { ["name"] = "Third" }, Account, Ct);

        Assert.Equal(("First", 201), (made.Record?.Text("name"), made.Status));
        Assert.True(again.IsDuplicate);
        Assert.Equal((made.Record?.Id("accountid"), "Third", 200), (changed.Record?.Id("accountid"), changed.Record?.Text("name"), changed.Status));
        Assert.Equal("Third", (await bench.Client.ReadAsync("accounts", alternate, Account, Ct)).Record?.Text("name"));
        Assert.True((await bench.Client.ReadAsync("accounts", new AlternateKey(("xci_externalid", key + "!")), Account, Ct)).Missing);
    }

    [Fact]
    public async Task A_changed_record_is_not_overwritten_by_its_old_entity_tag()
    {
        await using var bench = await SalesBench.StartAsync();
        var made = (await bench.Client.CreateAsync("accounts", new JsonObject { ["name"] = "One" }, Account, Ct)).Record!.Value;
        var id = made.Id("accountid")!.Value;
        Assert.Null((await bench.Client.UpdateAsync("accounts", id, new JsonObject { ["name"] = "Two" }, made.ETag, null, Ct)).Failure);

        Assert.True((await bench.Client.UpdateAsync("accounts", id, new JsonObject { ["name"] = "Three" }, made.ETag, null, Ct)).IsStale);
        Assert.True((await bench.Client.UpdateAsync("accounts", Guid.NewGuid(), new JsonObject { ["name"] = "Three" }, null, null, Ct)).Missing);
        Assert.Null((await bench.Client.DeleteAsync("accounts", id, null, Ct)).Failure);
        Assert.True((await bench.Client.ReadAsync("accounts", id, Account, Ct)).Missing);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_and_its_changes_are_followed()
    {
        await using var bench = await SalesBench.StartAsync();
        var all = await bench.Client.AllAsync("products", new EntityQuery { Select = ["productid", "productnumber"], PageSize = 7 }, Ct);
        Assert.Equal(20, all.Records.Select(product => product.Id("productid")).Distinct().Count());

        var page = await bench.Client.TrackAsync("accounts", ["accountid", "name"], 2, Ct);
        while (page.Next is { } next) page = await bench.Client.ChangesAsync(next, 2, Ct);
        var made = (await bench.Client.CreateAsync("accounts", new JsonObject { ["name"] = "New" }, Account, Ct)).Record!.Value.Id("accountid")!.Value;
        var gone = (await bench.Client.CreateAsync("accounts", new JsonObject { ["name"] = "Gone" }, Account, Ct)).Record!.Value.Id("accountid")!.Value;
        await bench.Client.DeleteAsync("accounts", gone, null, Ct);

        var changes = await bench.Client.ChangesAsync(page.Delta!, 50, Ct);

        Assert.Contains(changes.Changed, account => account.Id("accountid") == made);
        Assert.Contains(gone, changes.Deleted);
        Assert.NotNull(changes.Delta);
    }

    [Fact]
    public async Task A_delta_link_that_is_too_old_says_begin_anew()
    {
        await using var bench = await SalesBench.StartAsync();
        var page = await bench.Client.TrackAsync("accounts", ["accountid"], 50, Ct);
        await bench.Org.ControlAsync("organization", new JsonObject { ["changeTrackingDays"] = 0 });
        await Task.Delay(20, Ct);

        var expired = await bench.Client.ChangesAsync(page.Delta!, 50, Ct);

        Assert.True(expired.IsExpired);
        Assert.NotNull(expired.Failure);
    }

    [Fact]
    public async Task A_page_of_another_host_is_not_asked_for()
    {
        await using var bench = await SalesBench.StartAsync();

        Assert.IsType<WriteOutcome.Rejected>((await bench.Client.NextAsync("https://elsewhere.example/api/data/v9.2/accounts", 10, Ct)).Failure);
        Assert.IsType<WriteOutcome.Rejected>((await bench.Client.ChangesAsync("https://elsewhere.example/x", 10, Ct)).Failure);
    }

    [Theory]
    [InlineData(403, typeof(WriteOutcome.Denied))]
    [InlineData(503, typeof(WriteOutcome.Unavailable))]
    [InlineData(500, typeof(WriteOutcome.Unknown))]
    [InlineData(400, typeof(WriteOutcome.Rejected))]
    public async Task A_status_means_what_it_means_for_a_write(int status, Type outcome)
    {
        await using var bench = await SalesBench.StartAsync();
        bench.Fail(FaultKind.Status, "accounts", "POST", count: 5, status: status);

        Assert.IsType(outcome, (await bench.Client.CreateAsync("accounts", new JsonObject { ["name"] = "One" }, null, Ct)).Failure);
    }

    [Theory]
    [InlineData("0x80044150", "Sql Number: 1205 Transaction was deadlocked", typeof(WriteOutcome.Unavailable))]
    [InlineData("0x80044151", "Execution Timeout Expired", typeof(WriteOutcome.Unknown))]
    [InlineData("0x80040265", "Plug-in says no", typeof(WriteOutcome.Rejected))]
    public void Deadlocks_pass_and_database_timeouts_leave_doubt(string code, string message, Type outcome) =>
        Assert.IsType(outcome, new DataverseReading(text => text ?? "").Failure(400, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, write: true));

    [Fact]
    public async Task The_navigations_of_custom_lookups_are_spelt_as_the_metadata_says()
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("columns", new JsonObject { ["table"] = "salesorder", ["name"] = "new_shop", ["type"] = "Lookup", ["targets"] = new JsonArray("account"), ["schemaName"] = "new_Shop" });

        var (model, failure) = await bench.Client.ModelAsync(["salesorder"], Ct);

        Assert.Null(failure);
        Assert.Equal("new_Shop", model!.Navigation("salesorder", "new_shop"));
        Assert.Null(model.Navigation("account", "primarycontactid"));
        Assert.False(model.IsDate("salesorder", "requestdeliveryby"));
    }

    [Fact]
    public void Columns_are_known_by_name_and_type_and_custom_ones_pass()
    {
        var table = TableModel.Load("salesorder");
        var problems = table.Problems(new JsonObject
        {
            ["name"] = new string('x', 301), ["billto_ctiy"] = "x", ["totalamount_base"] = 1m, ["freightamount"] = "1", ["willcall"] = "yes", ["shippingmethodcode"] = 99, ["new_color"] = "red",
            ["customerid_account@odata.bind"] = "/accounts(1)",
        });

        Assert.Equal(["name", "billto_ctiy", "totalamount_base", "freightamount", "willcall", "shippingmethodcode"], problems.Select(problem => problem.Field));
    }
}
