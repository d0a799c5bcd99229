using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class ReadTests
{
    [Theory]
    [InlineData("ItemNumber eq 'MUG-01'", "MUG-01")]
    [InlineData("ItemNumber eq 'mug-01'", "MUG-01")]
    [InlineData("ItemNumber eq 'MUG*'", "MUG-01,MUG-02")]
    [InlineData("ItemNumber eq '*-01' and SalesPrice lt 100", "MOUSE-01,MUG-01")]
    [InlineData("ItemNumber eq 'LAMP-ZÜRICH'", "LAMP-ZÜRICH")]
    [InlineData("SalesPrice gt 300 or ItemNumber eq 'PEN-10'", "CAM-4K,DESK-01,PEN-10")]
    [InlineData("(SalesPrice ge 349.99 or ItemNumber eq 'PEN-10') and SalesPrice le 349.99", "CAM-4K,PEN-10")]
    [InlineData("ProductType eq Microsoft.Dynamics.DataEntities.EcoResProductType'Service' and ItemNumber ne 'GIFT-WRAP'", "DISCOUNT,SALESTAX,SHIPPING")]
    [InlineData("ProductGroupId eq 'Home' and ItemNumber ne 'MUG*'", "BOOK-łÓDŹ,LAMP-ZÜRICH")]
    [InlineData("ItemNumber eq 'it''s not there'", "")]
    [InlineData("dataAreaId eq 'usmf' and (ItemNumber eq 'MUG-02' or ItemNumber eq 'PEN-10' or ItemNumber eq 'pen-10')", "MUG-02,PEN-10")]
    [InlineData("(dataAreaId eq 'usmf' and ItemNumber eq 'MUG-02') or (dataAreaId eq 'demf' and ItemNumber eq 'PEN-10')", "MUG-02")]
    [InlineData("ItemNumber eq 'MUG-02' or SalesPrice gt 400", "DESK-01,MUG-02")]
    [InlineData("(ItemNumber eq 'MUG-02' or ItemNumber eq 'PEN-10') and SalesPrice gt 9", "MUG-02")]
    public async Task A_filter_finds_what_it_says(string filter, string expected)
    {
        await using var environment = await Environment.StartAsync();

        var found = await environment.GetAsync($"ReleasedProductsV2?$filter={Uri.EscapeDataString(filter)}&$select=ItemNumber");

        Assert.Equal(expected, string.Join(',', found.Rows.Select(row => row.Text("ItemNumber"))));
    }

    [Theory]
    [InlineData("$filter=contains(ItemNumber,'MUG')")]
    [InlineData("$filter=ItemNumber in ('MUG-01')")]
    [InlineData("$filter=ProductType has Microsoft.Dynamics.DataEntities.EcoResProductType'Service'")]
    [InlineData("$filter=ProductType gt Microsoft.Dynamics.DataEntities.EcoResProductType'Item'")]
    [InlineData("$filter=ProductType eq 'Service'")]
    [InlineData("$filter=ProductType eq Microsoft.Dynamics.DataEntities.EcoResProductType'Servce'")]
    [InlineData("$filter=Sku eq 'MUG-01'")]
    [InlineData("$filter=SalesPrice eq 'x'")]
    [InlineData("$filter=ItemNumber eq 5")]
    [InlineData("$filter=ItemNumber eq 'open")]
    [InlineData("$filter=(ItemNumber eq 'a'")]
    [InlineData("$filter=not ItemNumber eq 'a'")]
    [InlineData("$select=Sku")]
    [InlineData("$orderby=Sku")]
    [InlineData("$orderby=ItemNumber down")]
    [InlineData("$top=-1")]
    [InlineData("$count=1")]
    [InlineData("$search=mug")]
    [InlineData("$expand=ProductV2")]
    public async Task What_the_service_does_not_know_is_a_bad_request(string query)
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.GetAsync($"ReleasedProductsV2?{query}");

        Assert.Equal(400, reply.Status);
        Assert.StartsWith("The query specified in the URI is not valid. ", reply.Json["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("", reply.Json["error"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 23)]
    public async Task A_wish_for_smaller_pages_is_heard_only_where_the_environment_does_so(bool heeds, int rows)
    {
        await using var environment = await Environment.StartAsync(settings => settings.HeedsMaxPageSize = heeds);

        var reply = await environment.SendAsync(HttpMethod.Get, "/data/ReleasedProductsV2", null, request => request.Headers.Add("Prefer", "odata.maxpagesize=5"));

        Assert.Equal(rows, reply.Rows.Count);
        Assert.Equal(heeds, reply.Json["@odata.nextLink"] is not null);
    }

    [Fact]
    public async Task Texts_are_sorted_as_filters_compare_them()
    {
        await using var environment = await Environment.StartAsync();
        foreach (var item in (string[])["A_1", "AB1"])
        {
            await environment.ControlAsync("item", new JsonObject { ["inventoryId"] = item });
        }

        Assert.Equal(["AB1", "A_1"], (await environment.GetAsync("ReleasedProductsV2?$filter=ItemNumber lt 'B'&$orderby=ItemNumber")).Rows.Select(row => row.Text("ItemNumber")));
        Assert.Equal(["A_1"], (await environment.GetAsync("ReleasedProductsV2?$filter=ItemNumber gt 'AB1' and ItemNumber lt 'B'")).Rows.Select(row => row.Text("ItemNumber")));
    }

    [Fact]
    public async Task A_record_shows_every_property_with_empty_ones_and_a_selected_one_only_that()
    {
        await using var environment = await Environment.StartAsync();

        var whole = (await environment.GetAsync("CustomersV3(dataAreaId='usmf',CustomerAccount='WEBGUEST')")).Json;
        var one = (await environment.GetAsync("CustomersV3?$filter=CustomerAccount eq 'WEBGUEST'&$select=OrganizationName")).Rows[0].AsObject();

        Assert.Equal(("Web guest", "", "No", "1900-01-01T12:00:00Z"), (whole.Text("OrganizationName"), whole.Text("PersonFirstName"), whole.Text("OnHoldStatus"), whole.Text("CredManCustomerSince")));
        Assert.Equal(305 + 2, whole.AsObject().Count);
        Assert.EndsWith("$metadata#CustomersV3/$entity", whole.Text("@odata.context"), StringComparison.Ordinal);
        Assert.Equal(["@odata.etag", "OrganizationName"], one.Select(property => property.Key));
    }

    [Fact]
    public async Task Lists_are_ordered_counted_and_cut()
    {
        await using var environment = await Environment.StartAsync();

        var reply = await environment.GetAsync("ReleasedProductsV2?$orderby=SalesPrice desc,ItemNumber&$top=2&$skip=1&$count=true&$select=ItemNumber");

        Assert.Equal(["CAM-4K", "MON-27"], reply.Rows.Select(row => row.Text("ItemNumber")));
        Assert.Equal(23, reply.Json["@odata.count"]!.GetValue<int>());
        Assert.Null(reply.Json["@odata.nextLink"]);
        Assert.Equal("23", (await environment.GetAsync("ReleasedProductsV2/$count")).Text);
    }

    [Fact]
    public async Task Long_lists_come_by_pages_that_follow_the_next_link()
    {
        await using var environment = await Environment.StartAsync(settings => settings.PageSize = 10);
        List<string> seen = [];
        var next = "/data/ReleasedProductsV2?cross-company=true&$filter=dataAreaId eq 'usmf'&$select=ItemNumber";
        var pages = 0;
        while (next is not null)
        {
            var reply = await environment.SendAsync(HttpMethod.Get, next);
            seen.AddRange(reply.Rows.Select(row => row.Text("ItemNumber")));
            next = reply.Json["@odata.nextLink"]?.GetValue<string>();
            pages++;
        }

        Assert.Equal((3, 23, 23), (pages, seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task A_top_beyond_a_page_ends_where_it_says()
    {
        await using var environment = await Environment.StartAsync(settings => settings.PageSize = 10);

        var first = await environment.GetAsync("ReleasedProductsV2?$top=12&$select=ItemNumber");
        var second = await environment.SendAsync(HttpMethod.Get, first.Json.Text("@odata.nextLink"));

        Assert.Equal((10, 2), (first.Rows.Count, second.Rows.Count));
        Assert.Null(second.Json["@odata.nextLink"]);
    }

    [Fact]
    public async Task A_hundred_pages_of_stock_are_all_there()
    {
        await using var environment = await Environment.StartAsync(settings => settings.PageSize = 100);
        await environment.ControlAsync("stock/bulk", new JsonObject { ["count"] = 5000, ["warehouses"] = new JsonArray("MAIN", "EAST") });
        var next = "/data/WarehousesOnHandV2?$select=ItemNumber,AvailableOnHandQuantity&$filter=AvailableOnHandQuantity gt 0";
        HashSet<string> rows = [];
        var count = 0;
        while (next is not null)
        {
            var reply = await environment.SendAsync(HttpMethod.Get, next);
            rows.UnionWith(reply.Rows.Select(row => row.Text("ItemNumber")));
            count += reply.Rows.Count;
            next = reply.Json["@odata.nextLink"]?.GetValue<string>();
        }

        Assert.Equal((10_019, 5019), (count, rows.Count));
        Assert.Equal(200, (await environment.GetAsync("InventorySitesOnHandV2?$filter=ItemNumber eq 'BULK-004321'")).Rows.Sum(row => row.Number("OnHandQuantity")));
    }

    [Fact]
    public async Task Lines_come_with_their_header_where_the_version_has_the_navigation()
    {
        await using var environment = await Environment.StartAsync();
        var number = await environment.OrderAsync(("MUG-01", 2, 10), ("PEN-10", 1, 5));

        var v3 = (await environment.GetAsync($"{Environment.Address(number, "SalesOrderHeadersV3")}?$expand=SalesOrderLines")).Json;
        var line = (await environment.GetAsync($"SalesOrderLinesV3?$filter=SalesOrderNumber eq '{number}'&$expand=SalesOrderHeader&$top=1")).Rows[0];

        Assert.Equal(["MUG-01", "PEN-10"], v3["SalesOrderLines"]!.AsArray().Select(row => row!.Text("ItemNumber")).Order());
        Assert.Equal(number, line["SalesOrderHeader"]!.Text("SalesOrderNumber"));
        Assert.Equal(400, (await environment.GetAsync($"{Environment.Address(number)}?$expand=SalesOrderLines")).Status);
        Assert.Equal(400, (await environment.GetAsync($"{Environment.Address(number, "SalesOrderHeadersV3")}?$expand=SalesOrderLines($expand=DimensionSet)")).Status);
    }

    [Theory]
    [InlineData("CustomersV3(dataAreaId='usmf')", 400)]
    [InlineData("CustomersV3('WEBGUEST')", 400)]
    [InlineData("CustomersV3(dataAreaId='usmf',CustomerAccount='WEBGUEST',Name='x')", 400)]
    [InlineData("CustomersV3(dataAreaId='usmf',CustomerAccount='NOBODY')", 404)]
    [InlineData("Customers", 404)]
    [InlineData("SalesOrderLinesV2", 404)]
    [InlineData("CustomersV3(dataAreaId='USMF',CustomerAccount='webguest')", 200)]
    [InlineData("MainAccounts(ChartOfAccounts='Shared',MainAccountId='40000')", 200)]
    [InlineData("BusinessEventsCatalogs('SalesInvoicePostedBusinessEvent')", 200)]
    public async Task A_key_must_be_whole(string address, int status)
    {
        await using var environment = await Environment.StartAsync();

        Assert.Equal(status, (await environment.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_key_with_other_letters_is_found_escaped()
    {
        await using var environment = await Environment.StartAsync();
        await environment.MadeAsync("CustomersV3", new JsonObject { ["dataAreaId"] = "usmf", ["CustomerAccount"] = "O'Neil/ä+1", ["CustomerGroupId"] = "WEB", ["OrganizationName"] = "O'Neil" });

        var reply = await environment.GetAsync($"CustomersV3(dataAreaId='usmf',CustomerAccount='{Uri.EscapeDataString("O''Neil/ä+1")}')");

        Assert.Equal("O'Neil", reply.Json.Text("OrganizationName"));
    }

    [Fact]
    public async Task The_metadata_names_what_is_served()
    {
        await using var environment = await Environment.StartAsync();

        var metadata = XDocument.Parse((await environment.GetAsync("$metadata")).Text);
        var served = (await environment.GetAsync("")).Rows.Select(set => set.Text("name")).ToList();

        Assert.Equal(served, metadata.Descendants().Where(element => element.Name.LocalName == "EntitySet").Select(set => set.Attribute("Name")!.Value));
        foreach (var set in served)
        {
            var reply = await environment.GetAsync($"{set}?$top=1");
            Assert.True(reply.Status == 200, set);
        }
    }

    [Fact]
    public async Task An_amount_is_written_without_superfluous_zeros()
    {
        await using var environment = await Environment.StartAsync();
        var number = await environment.OrderAsync(("MUG-01", 2.50m, 10.10m));

        var text = (await environment.GetAsync($"SalesOrderLinesV3?$filter=SalesOrderNumber eq '{number}'&$select=OrderedSalesQuantity,LineAmount")).Text;

        Assert.Contains("\"OrderedSalesQuantity\":2.5,\"LineAmount\":25.25", text, StringComparison.Ordinal);
    }
}
