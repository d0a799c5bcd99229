using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class FilterTests
{
    [Theory]
    [InlineData("InventoryID eq 'MUG-01'", "MUG-01")]
    [InlineData("InventoryID eq 'mug-01'", "MUG-01")]
    [InlineData("InventoryID eq 'LAMP-ZÜRICH'", "LAMP-ZÜRICH")]
    [InlineData("substringof('MUG',InventoryID)", "MUG-01,MUG-02")]
    [InlineData("startswith(InventoryID,'KB-') and DefaultPrice eq 59", "KB-DE,KB-US")]
    [InlineData("endswith(InventoryID,'-4K') or (DefaultPrice gt 400M and DefaultPrice le 449)", "CAM-4K,DESK-01")]
    [InlineData("DefaultPrice lt 5 or DefaultPrice ge 449.0", "DESK-01,NOTE-A5")]
    [InlineData("InventoryID gt 'TEE-RED-M'", "TEE-RED-S")]
    [InlineData("substringof('MUG',InventoryID) eq true", "")]
    [InlineData("Description eq 'Anna''s mug'", "")]
    public async Task A_filter_finds_what_it_describes(string filter, string expected)
    {
        await using var erp = await Erp.StartAsync();
        var found = await erp.GetAsync($"StockItem?$select=InventoryID&$filter={Uri.EscapeDataString(filter)}");
        Assert.Equal(expected, string.Join(',', found.List.Select(item => item!.Value("InventoryID"))));
    }

    [Theory]
    [InlineData("contains(InventoryID,'MUG')")]
    [InlineData("not substringof('MUG',InventoryID)")]
    [InlineData("NoSuchField eq 'x'")]
    [InlineData("InventoryID eq 'MUG")]
    [InlineData("InventoryID eq")]
    [InlineData("WarehouseDetails/WarehouseID eq 'MAIN'")]
    [InlineData("LastModified gt datetimeoffset'yesterday'")]
    public async Task A_filter_that_the_erp_cannot_read_is_a_500(string filter)
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.GetAsync($"StockItem?$filter={Uri.EscapeDataString(filter)}")).Status);
    }

    [Fact]
    public async Task A_customer_is_found_by_the_mail_of_its_main_contact()
    {
        await using var erp = await Erp.StartAsync();
        await erp.PutAsync("Customer", UpsertTests.Customer("o'neil@example.test"));
        var filter = Uri.EscapeDataString("MainContact/Email eq 'O''Neil@example.test'");

        var found = Assert.Single((await erp.GetAsync($"Customer?$filter={filter}&$expand=MainContact,MainContact/Address")).List)!;

        Assert.Equal(("o'neil@example.test", "Köln"), (found.Value("Email"), found["MainContact"]!["Address"]!.Value("City")));
    }

    [Fact]
    public async Task A_sweep_by_stamp_sees_what_changed_since()
    {
        await using var erp = await Erp.StartAsync();
        var first = await erp.OrderAsync();
        var second = await erp.OrderAsync();
        var since = second.Value("LastModified").Replace("+00:00", "Z", StringComparison.Ordinal);

        var strictly = await erp.GetAsync($"SalesOrder?$filter={Uri.EscapeDataString($"LastModified gt datetimeoffset'{first.Value("LastModified")}'")}");
        var from = await erp.GetAsync($"SalesOrder?$filter={Uri.EscapeDataString($"OrderType eq 'WO' and LastModified ge datetimeoffset'{since}'")}");

        Assert.Equal(second.Value("OrderNbr"), Assert.Single(strictly.List)!.Value("OrderNbr"));
        Assert.Equal(second.Value("OrderNbr"), Assert.Single(from.List)!.Value("OrderNbr"));
    }

    [Fact]
    public async Task What_changes_after_it_was_looked_for_is_found_by_what_it_is_now()
    {
        await using var erp = await Erp.StartAsync();
        var customer = (await erp.PutAsync("Customer", UpsertTests.Customer("before@example.test"))).Json;
        var made = customer.Value("LastModifiedDateTime");
        var created = await FindAsync("MainContact/Email eq 'before@example.test'");
        var swept = await FindAsync($"LastModifiedDateTime ge datetimeoffset'{made}'");
        await erp.PutAsync("Customer", new JsonObject
        {
            ["CustomerID"] = Value(customer.Value("CustomerID")), ["MainContact"] = new JsonObject { ["Email"] = Value("after@example.test") },
        });

        Assert.Equal((1, 1), (created, swept));
        Assert.Equal(0, await FindAsync("MainContact/Email eq 'before@example.test'"));
        Assert.Equal(1, await FindAsync("MainContact/Email eq 'after@example.test'"));
        Assert.Equal(1, await FindAsync($"LastModifiedDateTime gt datetimeoffset'{made}'"));
        Assert.Equal(1, await FindAsync($"MainContact/Email eq 'before@example.test' or LastModifiedDateTime gt datetimeoffset'{made}'"));

        async Task<int> FindAsync(string filter) => (await erp.GetAsync($"Customer?$filter={Uri.EscapeDataString(filter)}")).List.Count;
        static JsonObject Value(string text) => new() { ["value"] = text };
    }

    [Fact]
    public async Task A_plus_that_is_not_encoded_breaks_the_instant()
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.GetAsync("SalesOrder?$filter=LastModified gt datetimeoffset'2026-01-01T00:00:00+00:00'")).Status);
    }

    [Fact]
    public async Task Records_are_found_by_id_and_by_note_id()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var id = order["id"]!.GetValue<string>();

        Assert.Equal(order.Value("OrderNbr"), (await erp.GetAsync($"SalesOrder/{id}")).Json.Value("OrderNbr"));
        Assert.Single((await erp.GetAsync($"SalesOrder?$filter=NoteID eq guid'{id}'")).List);
    }

    [Fact]
    public async Task Top_and_skip_cut_a_page_in_the_order_of_the_keys()
    {
        await using var erp = await Erp.StartAsync();
        var page = (await erp.GetAsync("ShipVia?$top=2&$skip=1")).List;
        Assert.Equal(["FREE", "GROUND"], page.Select(row => row!.Value("CarrierID")));
    }

    [Fact]
    public async Task Select_drops_an_expanded_collection_that_it_does_not_name()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        async Task<JsonNode> Read(string options) => (await erp.GetAsync($"SalesOrder/WO/{order.Value("OrderNbr")}?{options}")).Json;

        var plain = await Read("");
        var dropped = await Read("$select=OrderNbr&$expand=Details");
        var some = await Read("$select=OrderNbr,Details/OrderQty&$expand=Details");
        var whole = await Read("$select=OrderNbr,Details&$expand=Details");

        Assert.Null(plain["Details"]);
        Assert.Null(dropped["Details"]);
        Assert.Null(dropped["OrderTotal"]);
        Assert.Equal(("2", null), (some["Details"]![0]!.Value("OrderQty"), some["Details"]![0]!["InventoryID"]));
        Assert.Equal("MUG-01", whole["Details"]![0]!.Value("InventoryID"));
    }

    [Fact]
    public async Task Expand_opens_level_by_level()
    {
        await using var erp = await Erp.StartAsync();
        Assert.Null((await erp.GetAsync("Customer/WEBGUEST?$expand=MainContact")).Json["MainContact"]!["Address"]);
        Assert.Null((await erp.GetAsync("Customer/WEBGUEST?$expand=MainContact/Address")).Json["MainContact"]);
        Assert.Equal("US", (await erp.GetAsync("Customer/WEBGUEST?$expand=MainContact,MainContact/Address")).Json["MainContact"]!["Address"]!.Value("Country"));
    }

    [Fact]
    public async Task Inquiries_answer_a_put_with_rows_when_expanded()
    {
        await using var erp = await Erp.StartAsync();
        var bare = (await erp.PutAsync("InventorySummaryInquiry", Web.Record(("InventoryID", "MUG-01")))).Json;
        var rows = (await erp.PutAsync("InventorySummaryInquiry?$expand=Results", Web.Record(("InventoryID", "MUG-01")))).Json["Results"]!.AsArray();
        var sums = (await erp.PutAsync("InventoryQuantityAvailable?$expand=Results", Web.Record(("InventoryID", "MUG-01")))).Json["Results"]!.AsArray();

        Assert.Null(bare["Results"]);
        Assert.Equal(("MAIN", 2000m), (Assert.Single(rows)!.Value("WarehouseID"), rows[0]!.Amount("QtyAvailable")));
        Assert.Equal(2000m, Assert.Single(sums)!.Amount("QtyAvailable"));
    }

    [Theory]
    [InlineData("StockItem?$expand=WarehouseDetails")]
    [InlineData("NonStockItem")]
    [InlineData("Warehouse?$expand=Locations")]
    [InlineData("PaymentMethod?$expand=AllowedCashAccounts")]
    [InlineData("Tax?$expand=TaxSchedule")]
    [InlineData("TaxZone?$expand=ApplicableTaxes")]
    [InlineData("ShipVia?$expand=FreightRates")]
    [InlineData("Currency")]
    [InlineData("CustomerClass")]
    public async Task Reference_records_are_there_as_described(string path)
    {
        await using var erp = await Erp.StartAsync();
        Assert.NotEmpty((await erp.GetAsync(path)).List);
    }
}
