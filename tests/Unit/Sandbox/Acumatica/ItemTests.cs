using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class ItemTests
{
    [Fact]
    public async Task A_new_item_takes_its_defaults_from_its_class()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("StockItem?$expand=Attributes", Web.Record(("InventoryID", "VASE-01"), ("Description", "Vase"), ("DefaultPrice", 15.5m)));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(("EA", "TAXABLE", "Average"), (reply.Json.Value("SalesUOM"), reply.Json.Value("TaxCategory"), reply.Json.Value("ValuationMethod")));
        Assert.Equal(["MATERIAL", "ECO", "USES"], reply.Json["Attributes"]!.AsArray().Select(row => row!.Value("AttributeID")));
    }

    [Theory]
    [InlineData("ItemClass", "NONE", "'Item Class' 'NONE' cannot be found in the system.")]
    [InlineData("TaxCategory", "NONE", "'Tax Category' 'NONE' cannot be found in the system.")]
    [InlineData("SalesUOM", "DOZEN", "'Unit' 'DOZEN' cannot be found in the system.")]
    [InlineData("SalesUOM", "BOX", "A conversion rule of the 'BOX' unit to the 'EA' unit was not found.")]
    [InlineData("ItemStatus", "Gone", "'Gone' is not one of the values allowed for 'Item Status'.")]
    [InlineData("TemplateItemID", "NONE", "'Template Item' 'NONE' cannot be found in the system.")]
    public async Task A_code_that_is_unknown_is_told_on_its_field(string field, string value, string error)
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("StockItem", Web.Record(("InventoryID", "VASE-01"), (field, value)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, error), (reply.Status, reply.Json.Error(field)));
        Assert.Equal(HttpStatusCode.NotFound, (await erp.GetAsync("StockItem/VASE-01")).Status);
    }

    [Fact]
    public async Task Attributes_and_conversions_are_found_by_what_they_are_called()
    {
        await using var erp = await Erp.StartAsync();
        JsonObject Item(string value, decimal factor) => Web.Record(
            ("InventoryID", "MUG-01"), ("Attributes", new[] { Web.Record(("AttributeID", "MATERIAL"), ("Value", value)) }),
            ("UOMConversions", new[] { Web.Record(("FromUOM", "BOX"), ("ToUOM", "EA"), ("ConversionFactor", factor)) }));
        await erp.PutAsync("StockItem", Item("Clay", 6m));

        var item = (await erp.PutAsync("StockItem?$expand=Attributes,UOMConversions", Item("China", 12m))).Json;

        Assert.Equal("China", item["Attributes"]!.AsArray().Single(row => row!.Value("AttributeID") == "MATERIAL")!.Value("Value"));
        Assert.Equal(12m, Assert.Single(item["UOMConversions"]!.AsArray())!.Amount("ConversionFactor"));
    }

    [Theory]
    [InlineData("ECO", "yes", false)]
    [InlineData("ECO", "1", true)]
    [InlineData("USES", "HOME,WORK", true)]
    [InlineData("USES", "HOME,MOON", false)]
    public async Task An_attribute_takes_only_what_its_control_allows(string attribute, string value, bool taken)
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("Attributes", new[] { Web.Record(("AttributeID", attribute), ("Value", value)) })));
        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, reply.Status);
    }

    [Fact]
    public async Task A_template_lists_its_matrix_items_and_is_sold_on_no_order()
    {
        await using var erp = await Erp.StartAsync();
        await erp.PutAsync("StockItem", Web.Record(
            ("InventoryID", "TEE-BLU-S"), ("ItemClass", "WEBTEE"), ("TemplateItemID", "TEE"),
            ("Attributes", new[] { Web.Record(("AttributeID", "COLOR"), ("Value", "BLU")), Web.Record(("AttributeID", "SIZE"), ("Value", "S")) })));

        var template = (await erp.GetAsync("TemplateItems/TEE?$expand=Matrix")).Json;

        Assert.Equal(["TEE-BLU-L", "TEE-BLU-S", "TEE-RED-M", "TEE-RED-S"], template["Matrix"]!.AsArray().Select(row => row!.Value("InventoryID")).Order());
        var order = await erp.PutAsync("SalesOrder", Web.Order(("Details", new[] { Web.Line("TEE", 1m, 5m) })));
        Assert.Equal("Inventory ID 'TEE' cannot be found in the system.", order.Json["Details"]![0]!.Error("InventoryID"));
    }

    [Theory]
    [InlineData("No Sales")]
    [InlineData("Inactive")]
    [InlineData("Marked for Deletion")]
    public async Task An_item_that_is_not_sold_is_refused_on_an_order(string status)
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("ItemStatus", status)))).Status);
        var order = await erp.PutAsync("SalesOrder", Web.Order());
        Assert.Equal($"The inventory item is {status}.", order.Json["Details"]![0]!.Error("InventoryID"));
    }

    [Fact]
    public async Task One_id_is_used_by_one_kind_of_item()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("NonStockItem", Web.Record(("InventoryID", "mug-01")));
        Assert.Equal("The inventory ID is already in use.", reply.Json.Error("InventoryID"));
    }

    [Fact]
    public async Task A_base_unit_in_use_and_an_item_in_stock_stay()
    {
        await using var erp = await Erp.StartAsync();
        var reply = await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("BaseUOM", "BOX"), ("SalesUOM", "BOX"), ("PurchaseUOM", "BOX")));
        Assert.Equal("Base UOM cannot be changed for the item in use.", reply.Json.Error("BaseUOM"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.SendAsync(HttpMethod.Delete, $"{Erp.Endpoint}/StockItem/MUG-01")).Status);
    }

    [Fact]
    public async Task A_kit_names_its_components()
    {
        await using var erp = await Erp.StartAsync();
        var kit = (await erp.GetAsync("KitSpecification/WORKPLACE/01?$expand=StockComponents")).Json;
        Assert.Equal(["DESK-01", "CHAIR-01"], kit["StockComponents"]!.AsArray().Select(row => row!.Value("StockInventoryID")));

        var reply = await erp.PutAsync("KitSpecification", Web.Record(("KitInventoryID", "WORKPLACE"), ("RevisionID", "02"), ("StockComponents", new[] { Web.Record(("StockInventoryID", "NONE"), ("ComponentQty", 1m)) })));
        Assert.Equal("'Component ID' 'NONE' cannot be found in the system.", reply.Json["StockComponents"]![0]!.Error("StockInventoryID"));
        Assert.Equal("'Kit Inventory ID' 'MUG-01' cannot be found in the system.", (await erp.PutAsync("KitSpecification", Web.Record(("KitInventoryID", "MUG-01"), ("RevisionID", "01")))).Json.Error("KitInventoryID"));
    }

    [Fact]
    public async Task Categories_are_a_tree_with_members()
    {
        await using var erp = await Erp.StartAsync();
        var child = (await erp.PutAsync("ItemSalesCategory", Web.Record(("Description", "Hats"), ("ParentCategoryID", 1)))).Json;
        Assert.Equal(("5", "/Clothing/Hats"), (child.Value("CategoryID"), child.Value("Path")));
        await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("Categories", new[] { Web.Record(("CategoryID", 5)) })));
        var read = (await erp.GetAsync("ItemSalesCategory/5?$expand=Members")).Json;
        Assert.Equal("MUG-01", Assert.Single(read["Members"]!.AsArray())!.Value("InventoryID"));
    }

    [Fact]
    public async Task Prices_by_price_class_and_quantity_are_listed_and_used()
    {
        await using var erp = await Erp.StartAsync();
        var prices = (await erp.PutAsync("SalesPricesInquiry?$expand=SalesPriceDetails", Web.Record(("InventoryID", "MUG-01"), ("PriceType", "Customer Price Class")))).Json["SalesPriceDetails"]!.AsArray();
        Assert.Equal([(0m, 7.5m), (10m, 6.9m)], prices.Select(row => (row!.Amount("BreakQty"), row!.Amount("Price"))));

        var customer = (await erp.PutAsync("Customer", Web.Record(("CustomerName", "Shop Inc."), ("PriceClassID", "WHOLESALE")))).Json.Value("CustomerID");
        var order = await erp.OrderAsync(Web.Order(("CustomerID", customer), ("Details", new[] { Web.Record(("InventoryID", "MUG-01"), ("OrderQty", 12m)) })));
        Assert.Equal(6.9m, order["Details"]![0]!.Amount("UnitPrice"));
    }

    [Fact]
    public async Task A_released_worksheet_ends_the_price_before_it()
    {
        await using var erp = await Erp.StartAsync();
        var worksheet = (await erp.PutAsync("SalesPriceWorksheet", Web.Record(("Hold", false), ("SalesPrices", new[]
        {
            Web.Record(("PriceType", "Customer Price Class"), ("PriceCode", "WHOLESALE"), ("InventoryID", "MUG-01"), ("PendingPrice", 7m)),
        })))).Json;
        Assert.Equal("Open", worksheet.Value("Status"));

        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("SalesPriceWorksheet", "ReleaseSalesPriceWorksheet", Web.Record(("ReferenceNbr", worksheet.Value("ReferenceNbr"))))).Status);

        async Task<decimal[]> PricesAsync(JsonObject parameters) => [.. (await erp.PutAsync("SalesPricesInquiry?$expand=SalesPriceDetails", parameters)).Json["SalesPriceDetails"]!.AsArray()
            .Where(row => row!.Amount("BreakQty") == 0).Select(row => row!.Amount("Price"))];
        Assert.Equal([7m], await PricesAsync(Web.Record(("InventoryID", "MUG-01"))));
        Assert.Equal([7.5m], await PricesAsync(Web.Record(("InventoryID", "MUG-01"), ("EffectiveAsOf", "2025-06-01"))));
    }
}
