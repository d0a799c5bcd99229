using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Sandbox.Faults;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.SalesOrders;

public sealed class SalesCreationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_comes_out_at_the_shops_amounts_whoever_reckons(bool integrated)
    {
        await using var bench = await SalesBench.StartAsync(integrated);

        var done = Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(quantity: 3, amount: 10m), SalesBench.Ct));

        var order = Assert.Single(await bench.StoredAsync());
        Assert.Equal((10m + 24.90m - 1m + 4.90m + 1.23m, 1.23m, 4.90m), (order["orderTotal"]!.GetValue<decimal>(), order["taxTotal"]!.GetValue<decimal>(), order["freight"]!.GetValue<decimal>()));
        Assert.Equal(["1", "2"], order["lines"]!.AsArray().Select(line => (string?)line!["externalRef"]));
        Assert.Equal(0, order["pricingError"]!.GetValue<int>());
        var echo = ErpOrderProgress.OfEcho(done.Echo)!;
        Assert.Equal((done.Ref.Id, 40.03m, "USD"), (echo.Id, echo.Content!.Total, echo.Content.Currency));
    }

    [Fact]
    public async Task A_write_that_is_repeated_makes_no_second_order_and_tells_what_differs()
    {
        await using var bench = await SalesBench.StartAsync();
        var done = Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));

        Assert.Equal(done.Ref, Assert.IsType<WriteOutcome.AlreadyDone>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct)).Ref);
        var differs = Assert.IsType<WriteOutcome.Differs>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(amount: 8m), SalesBench.Ct));

        Assert.Contains(differs.Fields, field => field.Field == "lines[0].Amount");
        Assert.Single(await bench.StoredAsync());
    }

    [Fact]
    public async Task Of_several_writers_at_once_one_makes_the_order()
    {
        await using var bench = await SalesBench.StartAsync(deadlineSeconds: 30);
        await bench.Org.ControlAsync("settings", new JsonObject { ["keyRace"] = true, ["latency"] = "00:00:00.050" });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct)));

        Assert.Single(outcomes.OfType<WriteOutcome.Done>());
        Assert.Equal(5, outcomes.OfType<WriteOutcome.AlreadyDone>().Count());
        Assert.Single(await bench.StoredAsync());
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_the_order_is_found()
    {
        await using var bench = await SalesBench.StartAsync();
        bench.Fail(FaultKind.CommitThenTimeout);

        Assert.IsType<WriteOutcome.Unknown>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));

        Assert.IsType<LookOutcome.Same>(await bench.Orders.FindAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
        Assert.Single(await bench.StoredAsync());
    }

    [Fact]
    public async Task A_service_protection_limit_is_passed_on_and_nothing_is_written()
    {
        await using var bench = await SalesBench.StartAsync();
        bench.Fail(FaultKind.Status, status: 429, headers: ("Retry-After", "7"));

        Assert.InRange(Assert.IsType<WriteOutcome.Throttled>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct)).After, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(7));
        Assert.Empty(await bench.StoredAsync());
    }

    [Fact]
    public async Task A_token_that_ends_in_the_middle_of_an_order_is_renewed_once()
    {
        await using var bench = await SalesBench.StartAsync();
        bench.Fail(FaultKind.Status, status: 401);

        Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
        Assert.Equal(1, bench.Renewals);
    }

    [Theory]
    [InlineData("NOT-IN-ERP", "no product NOT-IN-ERP")]
    [InlineData("DRAFT-1", "is a draft")]
    [InlineData("OLD-1", "is retired")]
    public async Task A_product_that_cannot_be_sold_is_named_and_nothing_is_written(string sku, string words)
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("item", new JsonObject { ["inventoryId"] = "DRAFT-1", ["price"] = 1, ["status"] = "Draft" });
        await bench.Org.ControlAsync("item", new JsonObject { ["inventoryId"] = "OLD-1", ["price"] = 1, ["status"] = "Retired" });

        var reason = Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(sku), SalesBench.Ct)).Reasons);

        Assert.Equal("lines[0].Product", reason.Field);
        Assert.Contains(words, reason.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.StoredAsync());
    }

    [Fact]
    public async Task A_product_without_a_unit_is_named_and_nothing_is_written()
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("tamper", new JsonObject { ["entity"] = "product", ["keys"] = new JsonArray("MUG-01"), ["fields"] = new JsonObject { ["defaultuomid"] = null } });

        var reason = Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct)).Reasons);

        Assert.Contains("no default unit", reason.Message, StringComparison.Ordinal);
        Assert.Empty(await bench.StoredAsync());
    }

    [Theory]
    [InlineData("CHF", "no active currency CHF")]
    [InlineData("JPY", "No price list is named for JPY")]
    [InlineData("GBP", "another currency than GBP")]
    public async Task A_currency_without_its_price_list_is_named_and_nothing_is_written(string currency, string words)
    {
        await using var bench = await SalesBench.StartAsync();

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(currency: currency), SalesBench.Ct)).Reasons;

        Assert.Contains(reasons, reason => reason.Message.Contains(words, StringComparison.Ordinal));
        Assert.Empty(await bench.StoredAsync());
    }

    [Fact]
    public async Task An_order_that_Sales_cannot_price_goes_on_hold_and_to_a_person_the_same_each_time()
    {
        await using var bench = await SalesBench.StartAsync(integrated: false);
        Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync("XC1-1000", Named("XC1-1000"), SalesBench.Ct));
        // Remembered as sold, and no longer so.
        await bench.Org.ControlAsync("item", new JsonObject { ["inventoryId"] = "MUG-01", ["status"] = "Retired" });

        var differs = Assert.IsType<WriteOutcome.Differs>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));

        Assert.Contains(differs.Fields, field => field.Field == "lines[0].pricingerrorcode" && field.Message.Contains("MUG-01", StringComparison.Ordinal) && field.Message.Contains("not active", StringComparison.Ordinal));
        Assert.Equal("Pending", (string?)Assert.Single(await bench.StoredAsync(), order => (string?)order["externalRef"] == SalesBench.Reference)["status"]);
        var again = Assert.IsType<LookOutcome.Different>(await bench.Orders.FindAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
        Assert.Equal(differs.Fields.Select(field => field.Message), again.Fields.Select(field => field.Message));

        await bench.Org.ControlAsync("item", new JsonObject { ["inventoryId"] = "MUG-01", ["status"] = "Active" });
        Assert.IsType<WriteOutcome.Done>(await bench.Orders.UpdateAsync(differs.Ref.Id, SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));
        Assert.Equal("New", (string?)Assert.Single(await bench.StoredAsync(), order => (string?)order["externalRef"] == SalesBench.Reference)["status"]);
    }

    [Fact]
    public async Task Without_the_active_key_nothing_is_written_and_the_connection_pauses()
    {
        await using var bench = await SalesBench.StartAsync();
        await bench.Org.ControlAsync("keys", new JsonObject { ["table"] = "salesorder", ["columns"] = new JsonArray("xci_externalid"), ["status"] = "Failed" });

        Assert.Contains("alternate key", Assert.IsType<WriteOutcome.Denied>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct)).Reason, StringComparison.Ordinal);
        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<LookOutcome.Failed>(await bench.Orders.FindByReferenceAsync(SalesBench.Reference, SalesBench.Ct)).Outcome);
        Assert.Empty(await bench.StoredAsync());
    }

    [Fact]
    public async Task In_the_steady_state_an_order_costs_two_calls_and_each_write_is_tagged()
    {
        await using var bench = await SalesBench.StartAsync();
        Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync("XC1-1000", Named("XC1-1000"), SalesBench.Ct));
        var before = bench.Calls.Count();

        Assert.IsType<WriteOutcome.Done>(await bench.Orders.CreateAsync(SalesBench.Reference, SalesBench.Document(), SalesBench.Ct));

        var calls = bench.Calls.Skip(before).ToList();
        Assert.Equal(2, calls.Count);
        Assert.Contains("tag=xci", Assert.Single(calls, call => call.StartsWith("POST", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static JsonObject Named(string reference)
    {
        var document = SalesBench.Document();
        document["header"]!["Reference"] = reference;
        return document;
    }
}
