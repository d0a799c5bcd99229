using System.Net;
using Integration.Tests.Servers;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public abstract class RecordTests(PostgresFixture? databases) : ConsoleTests(null, databases)
{
    [Fact]
    public async Task A_record_shows_what_happened_in_order()
    {
        await Console.ReportAsync(
            Activity("1", 0, "Read in the shop.", "in-progress"), Activity("1", 1, "Sent to the ERP."), Activity("1", 2, "The ERP took it.", "in-erp", "SO0001"));

        var detail = await Console.GetAsync("/api/records/shop-erp/order/1");

        Assert.Equal(["Read in the shop.", "Sent to the ERP.", "The ERP took it."], detail.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("summary").GetString()));
        var record = detail.GetProperty("record");
        Assert.Equal(("N-1", "in-erp", "SO0001", "The ERP took it."), (
            record.GetProperty("number").GetString(), record.GetProperty("state").GetString(), record.GetProperty("erpNumber").GetString(), record.GetProperty("summary").GetString()));
        var call = detail.GetProperty("timeline")[2].GetProperty("calls")[0];
        Assert.Equal(("PUT", "/SalesOrder", 200), (call.GetProperty("method").GetString(), call.GetProperty("target").GetString(), call.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task Reports_that_overtake_each_other_end_in_the_same_record()
    {
        await Console.ReportAsync(
            Activity("1", 3, "The number was noted in the shop."), Activity("1", 2, "The ERP took it.", "in-erp", "SO0001"), Activity("1", 0, "Read in the shop.", "in-progress"));

        var detail = await Console.GetAsync("/api/records/shop-erp/order/1");

        var record = detail.GetProperty("record");
        Assert.Equal("in-erp", record.GetProperty("state").GetString());
        Assert.Equal("The number was noted in the shop.", record.GetProperty("summary").GetString());
        Assert.Equal(At(0), record.GetProperty("firstAt").GetDateTimeOffset());
        Assert.Equal(At(3), record.GetProperty("lastAt").GetDateTimeOffset());
        Assert.Equal("Read in the shop.", detail.GetProperty("timeline")[0].GetProperty("summary").GetString());
    }

    [Theory]
    [InlineData("N-2")]
    [InlineData(" n-2 ")]
    [InlineData("#N-2")]
    [InlineData("so0002")]
    public async Task An_order_is_found_by_the_shops_number_and_by_the_ERPs(string asked)
    {
        await Console.ReportAsync(Activity("1", 0, "Taken.", "in-erp", "SO0001"), Activity("2", 1, "Taken.", "in-erp", "SO0002"));

        var found = await Console.GetAsync($"/api/records?number={Uri.EscapeDataString(asked)}");

        Assert.Equal("2", Assert.Single(found.EnumerateArray()).GetProperty("recordId").GetString());
    }

    [Fact]
    public async Task Records_of_other_lanes_are_listed_found_and_shown_by_their_entity()
    {
        await Console.ReportAsync(Activity("1", 0, "Taken.", "in-erp"), Activity("MUG-01", 1, "Written to the shop.", "synced") with { Entity = "product", Lane = "products" });

        var products = await Console.GetAsync("/api/records?entity=product");
        Assert.Equal("MUG-01", Assert.Single(products.EnumerateArray()).GetProperty("recordId").GetString());
        Assert.Equal(2, (await Console.GetAsync("/api/records")).GetArrayLength());
        Assert.Equal("Written to the shop.", (await Console.GetAsync("/api/records/shop-erp/product/MUG-01")).GetProperty("timeline")[0].GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Lists_are_paged_without_gaps_and_filtered_by_state_and_pair()
    {
        for (var order = 0; order < 5; order++) await Console.ReportAsync(Activity($"{order}", order, "Read.", order % 2 == 0 ? "held" : "waiting"));
        await Console.ReportAsync(Activity("0", 9, "Read.", "held", pair: "other"));

        var pages = new List<string?>();
        for (var skip = 0; skip < 6; skip += 2)
        {
            pages.AddRange((await Console.GetAsync($"/api/records?take=2&skip={skip}")).EnumerateArray().Select(record => $"{record.GetProperty("pair")} {record.GetProperty("recordId")}"));
        }

        Assert.Equal(["other 0", "shop-erp 4", "shop-erp 3", "shop-erp 2", "shop-erp 1", "shop-erp 0"], pages);
        Assert.Equal(["4", "2", "0"], (await Console.GetAsync("/api/records?pair=shop-erp&state=held")).EnumerateArray().Select(record => record.GetProperty("recordId").GetString()));
    }

    [Fact]
    public async Task A_record_that_nobody_has_seen_is_told_in_plain_words()
    {
        using var answer = await Console.Http.GetAsync(new Uri("/api/records/shop-erp/order/404", UriKind.Relative), Ct);

        await RefusedAsync(answer, HttpStatusCode.NotFound, "No such record was seen.");
    }

    [Fact]
    public async Task The_status_counts_orders_by_state_and_what_needs_a_person()
    {
        await Console.ReportAsync(Activity("1", 0, "Read.", "held"), Activity("2", 0, "Read.", "held"), Activity("3", 0, "Taken.", "in-erp"), Raised("3", 1));

        var status = await Console.GetAsync("/api/status");

        var orders = Assert.Single(status.GetProperty("pairs").EnumerateArray()).GetProperty("orders");
        Assert.Equal((2, 1), (orders.GetProperty("held").GetInt32(), orders.GetProperty("in-erp").GetInt32()));
        Assert.Equal(1, status.GetProperty("attentionOpen").GetInt32());
    }
}
