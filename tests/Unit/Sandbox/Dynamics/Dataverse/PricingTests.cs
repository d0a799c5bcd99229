using System.Net;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class PricingTests
{
    private const int Detail = 1;
    private const int MissingPriceLevel = 2;
    private const int InactivePriceLevel = 3;
    private const int MissingQuantity = 4;
    private const int MissingUnitPrice = 5;
    private const int InvalidProduct = 7;
    private const int NotInPriceLevel = 11;

    [Fact]
    public async Task The_engine_works_out_lines_and_totals()
    {
        await using var org = await Org.StartAsync();

        var order = await org.OrderAsync(
            Web.Order(Web.Line("MUG-01", 3m).With("tax", 2.15m), Web.Line("HUB-7P", 1m, 35m).With("manualdiscountamount", 5m), Web.WriteIn("Gift wrap", 2m, 1.995m))
                .With("freightamount", 9.95m).With("discountpercentage", 10m).With("discountamount", 1m));

        var lines = order["order_details"]!.AsArray();
        Assert.Equal([8.95m, 35m, 2.00m], lines.Select(line => line!.Amount("priceperunit")));
        Assert.Equal([26.85m, 35m, 4.00m], lines.Select(line => line!.Amount("baseamount")));
        Assert.Equal([29.00m, 30m, 4.00m], lines.Select(line => line!.Amount("extendedamount")));
        Assert.Equal([1, 2, 3], lines.Select(line => line!.Whole("lineitemnumber")));
        Assert.Equal(["Mug white", "USB hub, 7 ports", "Gift wrap"], lines.Select(line => line!.Text("salesorderdetailname")));
        Assert.Equal(
            (60.85m, 5m, 7.09m, 53.76m, 2.15m, 65.86m, 0),
            (order.Amount("totallineitemamount"), order.Amount("totallineitemdiscountamount"), order.Amount("totaldiscountamount"), order.Amount("totalamountlessfreight"), order.Amount("totaltax"),
                order.Amount("totalamount"), order.Whole("pricingerrorcode")));
    }

    [Fact]
    public async Task A_price_without_override_is_replaced_by_the_lists()
    {
        await using var org = await Org.StartAsync();

        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 1m).With("priceperunit", 1m)));

        Assert.Equal(8.95m, order["order_details"]![0]!.Amount("priceperunit"));
    }

    [Fact]
    public async Task What_cannot_be_priced_is_marked_and_not_refused()
    {
        await using var org = await Org.StartAsync();
        await org.ControlAsync("item", new() { ["inventoryId"] = "DRAFT-01", ["price"] = 5m, ["status"] = "Draft" });
        await org.ControlAsync("item", new() { ["inventoryId"] = "UNLISTED-01" });
        var ids = (await org.GetAsync("products?$select=productnumber")).Rows.ToDictionary(row => row!.Text("productnumber"), row => row!.Text("productid"));
        JsonObject Line(string sku, decimal? price = null) => Web.Line("MUG-01", 1m, price).With("productid@odata.bind", $"/products({ids[sku]})");

        var order = await org.OrderAsync(Web.Order(
            Line("DRAFT-01"), Line("DRAFT-01", 4m), Line("UNLISTED-01"), Web.Line("MUG-01", 1m).Without("quantity"), Web.WriteIn("Card", 1m, 1m).Without("priceperunit"), Web.Line("MUG-02", 1m)));

        Assert.Equal(
            [InvalidProduct, InvalidProduct, NotInPriceLevel, MissingQuantity, MissingUnitPrice, 0],
            order["order_details"]!.AsArray().Select(line => line!.Whole("pricingerrorcode")));
        Assert.Equal((Detail, 13.45m), (order.Whole("pricingerrorcode"), order.Amount("totalamount")));
    }

    [Fact]
    public async Task A_missing_or_inactive_price_list_is_marked_on_the_order()
    {
        await using var org = await Org.StartAsync();

        var without = await org.MakeAsync("salesorders", Web.Order().Without("pricelevelid@odata.bind").Without("order_details"));
        await org.PatchAsync(Web.PriceList("Wholesale").TrimStart('/'), new() { ["statecode"] = 1 });
        var inactive = await org.OrderAsync(Web.Order().With("pricelevelid@odata.bind", Web.PriceList("Wholesale")));

        Assert.Equal((MissingPriceLevel, InactivePriceLevel), (without.Whole("pricingerrorcode"), inactive.Whole("pricingerrorcode")));
        Assert.Equal(7.50m, inactive["order_details"]![0]!.Amount("priceperunit"));
    }

    [Fact]
    public async Task Lines_that_name_too_little_or_what_does_not_fit_are_refused_with_their_codes()
    {
        await using var org = await Org.StartAsync();
        Task<Answer> WithLine(JsonObject line) => org.PostAsync("salesorders", Web.Order(line));

        Assert.Equal((400, "0x80043b11"), (await WithLine(Web.Line("MUG-01", 1m).Without("productid@odata.bind"))).Error);
        Assert.Equal((400, "0x80043b0d"), (await WithLine(Web.Line("MUG-01", 1m).Without("uomid@odata.bind"))).Error);
        Assert.Equal((400, "0x80043b14"), (await WithLine(Web.Line("MUG-01", 1m, unit: "Box of 10"))).Error);
        Assert.Equal((400, "0x80040203"), (await WithLine(Web.WriteIn("x", 1m, 1m).Without("productdescription"))).Error);
        Assert.Equal((400, "0x80043b12"), (await org.PostAsync("salesorders", Web.Order().Without("pricelevelid@odata.bind"))).Error);
        Assert.Equal((400, "0x80048cf6"), (await org.PostAsync("salesorders", Web.Order().With("pricelevelid@odata.bind", Web.PriceList("Web EUR")))).Error);
        Assert.Equal((400, "0x80040203"), (await org.PostAsync("salesorderdetails", Web.Line("MUG-01", 1m))).Error);
        Assert.Empty((await org.GetAsync("salesorders")).Rows);
    }

    [Fact]
    public async Task With_optional_price_lists_a_product_stands_without_one_when_its_price_is_overridden()
    {
        await using var org = await Org.StartAsync(settings => settings.PriceListOptional = true);

        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 1m, 5m)).Without("pricelevelid@odata.bind"));

        Assert.Equal((5m, MissingPriceLevel), (order.Amount("totalamount"), order.Whole("pricingerrorcode")));
        Assert.Equal((400, "0x80043b12"), (await org.PostAsync("salesorders", Web.Order().Without("pricelevelid@odata.bind"))).Error);
    }

    [Fact]
    public async Task Another_unit_of_the_group_has_its_own_price_or_none()
    {
        await using var org = await Org.StartAsync();

        var order = await org.OrderAsync(Web.Order(Web.Line("CABLE-USB-C", 1m, unit: "Each"), Web.Line("CABLE-USB-C", 1m, unit: "Box of 10")));

        Assert.Equal([0, NotInPriceLevel], order["order_details"]!.AsArray().Select(line => line!.Whole("pricingerrorcode")));
    }

    [Fact]
    public async Task Totals_follow_every_change_of_the_lines()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();
        var line = $"salesorderdetails({order["order_details"]![0]!.Id("salesorderdetailid")})";

        await org.PatchAsync(line, new() { ["quantity"] = 5m });
        Assert.Equal(44.75m, (await org.ReadAsync(order)).Amount("totalamount"));
        await org.PostAsync("salesorderdetails", Web.Line("MUG-02", 1m).With("salesorderid@odata.bind", $"/salesorders({order.Id("salesorderid")})"));
        Assert.Equal(54.20m, (await org.ReadAsync(order)).Amount("totalamount"));
        await org.DeleteAsync(line);
        Assert.Equal(9.45m, (await org.ReadAsync(order)).Amount("totalamount"));
    }

    [Fact]
    public async Task A_locked_order_keeps_its_prices_when_the_list_changes()
    {
        await using var org = await Org.StartAsync();
        var (locked, open) = (await org.OrderAsync(), await org.OrderAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("LockSalesOrderPricing", new() { ["SalesOrderId"] = locked.Text("salesorderid") })).Status);
        await org.ControlAsync("item", new() { ["inventoryId"] = "MUG-01", ["price"] = 20m });
        async Task<decimal> AfterAsync(JsonNode order, decimal quantity)
        {
            await org.PatchAsync($"salesorderdetails({order["order_details"]![0]!.Id("salesorderdetailid")})", new() { ["quantity"] = quantity });
            return (await org.ReadAsync(order)).Amount("totalamount");
        }

        Assert.Equal((26.85m, 60m), (await AfterAsync(locked, 3m), await AfterAsync(open, 3m)));
        await org.PostAsync("UnlockSalesOrderPricing", new() { ["SalesOrderId"] = locked.Text("salesorderid") });
        Assert.Equal(60m, (await org.ReadAsync(locked)).Amount("totalamount"));
    }

    [Fact]
    public async Task For_an_integration_user_under_order_processing_integration_nothing_is_worked_out()
    {
        await using var org = await Org.StartAsync();
        await org.ControlAsync("organization", new() { ["sopIntegration"] = true });

        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 2m, 10m).With("baseamount", 20m).With("extendedamount", 21m)).With("totalamount", 30m));
        // Totals cannot be set with a new record, but afterwards.
        Assert.Null(order["totalamount"]);
        await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["totalamount"] = 30.96m, ["totaltax"] = 1m, ["freightamount"] = 9.96m });

        var read = await org.ReadAsync(order);
        Assert.Equal((30.96m, 1m, 21m), (read.Amount("totalamount"), read.Amount("totaltax"), read["order_details"]![0]!.Amount("extendedamount")));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Either_switch_alone_leaves_the_engine_on(bool integrated, bool integrationUser)
    {
        await using var org = await Org.StartAsync();
        await org.ControlAsync("organization", new() { ["sopIntegration"] = integrated, ["integrationUser"] = integrationUser });

        var order = await org.OrderAsync();
        await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["totalamount"] = 1m });

        Assert.Equal(17.90m, (await org.ReadAsync(order)).Amount("totalamount"));
    }

    [Fact]
    public async Task A_submitted_order_is_not_worked_out_anew_by_anybody()
    {
        await using var org = await Org.StartAsync(settings => settings.ClosedOrdersReadOnly = false);
        await org.ControlAsync("organization", new() { ["sopIntegration"] = true, ["integrationUser"] = false });
        var order = await org.OrderAsync();
        await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["statecode"] = 1 });

        await org.PatchAsync($"salesorderdetails({order["order_details"]![0]!.Id("salesorderdetailid")})", new() { ["quantity"] = 5m });

        Assert.Equal(17.90m, (await org.ReadAsync(order)).Amount("totalamount"));
    }

    [Fact]
    public async Task Fractions_of_what_is_sold_whole_and_families_on_lists_are_found_out()
    {
        const int InvalidQuantity = 29;
        await using var org = await Org.StartAsync();
        var item = Assert.Single((await org.GetAsync("productpricelevels?$filter=productnumber eq 'MUG-01' and pricelevelid/name eq 'Web'")).Rows)!;
        await org.PatchAsync($"productpricelevels({item.Id("productpricelevelid")})", new() { ["quantitysellingcode"] = 2 });
        var family = await org.MakeAsync("products", new() { ["name"] = "Cups", ["productnumber"] = "CUPS", ["productstructure"] = 2, ["defaultuomid@odata.bind"] = Web.Unit("Primary Unit"), ["defaultuomscheduleid@odata.bind"] = $"/uomschedules({Ids.Of("uomschedule", "Default Unit")})" });

        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 1.5m)));

        Assert.Equal(InvalidQuantity, order["order_details"]![0]!.Whole("pricingerrorcode"));
        Assert.Equal((400, "0x8004f902"), (await org.PostAsync("productpricelevels", new()
        {
            ["pricelevelid@odata.bind"] = Web.PriceList("Web"), ["productid@odata.bind"] = $"/products({family.Id("productid")})", ["uomid@odata.bind"] = Web.Unit("Primary Unit"), ["amount"] = 1m,
        })).Error);
    }

    [Fact]
    public async Task Amounts_are_rounded_to_their_currency_and_told_in_the_base_currency_too()
    {
        await using var org = await Org.StartAsync();

        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-01", 1m), Web.Line("MUG-02", 1m, 100.6m))
            .With("transactioncurrencyid@odata.bind", Web.Currency("JPY")).With("pricelevelid@odata.bind", Web.PriceList("Web JPY")).With("freightamount", 10.4m));

        Assert.Equal((1343m + 101m + 10m, 10m), (order.Amount("totalamount"), order.Amount("freightamount")));
        Assert.Equal((150m, 9.6933m), (order.Amount("exchangerate"), order.Amount("totalamount_base")));
    }

    [Fact]
    public async Task The_currency_of_an_order_stays_what_it_was()
    {
        await using var org = await Org.StartAsync();
        var order = await org.OrderAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await org.PatchAsync($"salesorders({order.Id("salesorderid")})", new() { ["transactioncurrencyid@odata.bind"] = Web.Currency("EUR") })).Status);

        Assert.Equal(Ids.Of("transactioncurrency", "USD"), (await org.ReadAsync(order)).Id("_transactioncurrencyid_value"));
    }

    [Fact]
    public async Task Price_list_items_are_unique_and_of_the_products_own_unit()
    {
        await using var org = await Org.StartAsync();
        JsonObject Item(string list, string sku, string unit = "Primary Unit") => new()
        {
            ["pricelevelid@odata.bind"] = Web.PriceList(list), ["productid@odata.bind"] = Web.Product(sku), ["uomid@odata.bind"] = Web.Unit(unit), ["amount"] = 1m,
        };

        Assert.Equal((400, "0x80043b08"), (await org.PostAsync("productpricelevels", Item("Web", "MUG-01"))).Error);
        Assert.Equal((400, "0x80043b14"), (await org.PostAsync("productpricelevels", Item("Wholesale", "MUG-02", "Each"))).Error);
        Assert.Equal((400, "0x80048cf9"), (await org.PostAsync("productpricelevels", Item("Web GBP", "GIFT-WRAP").With("pricingmethodcode", 2).With("percentage", 50m))).Error);
        Assert.Equal(HttpStatusCode.NoContent, (await org.PostAsync("productpricelevels", Item("Wholesale", "MUG-02").With("pricingmethodcode", 2).With("percentage", 50m))).Status);
        var order = await org.OrderAsync(Web.Order(Web.Line("MUG-02", 1m)).With("pricelevelid@odata.bind", Web.PriceList("Wholesale")));
        Assert.Equal(4.73m, order.Amount("totalamount"));
        await org.ControlAsync("item", new() { ["inventoryId"] = "KB-DE", ["status"] = "Retired" });
        Assert.Equal((400, "0x80061009"), (await org.PostAsync("productpricelevels", Item("Wholesale", "KB-DE"))).Error);
    }

    [Fact]
    public async Task A_new_product_is_a_draft_and_its_number_is_its_own()
    {
        await using var org = await Org.StartAsync();
        var goods = new JsonObject { ["name"] = "Cup", ["productnumber"] = "CUP-01", ["defaultuomid@odata.bind"] = Web.Unit("Primary Unit"), ["defaultuomscheduleid@odata.bind"] = $"/uomschedules({Ids.Of("uomschedule", "Default Unit")})" };

        var product = await org.MakeAsync("products", goods);

        Assert.Equal((2, 0), (product.Whole("statecode"), product.Whole("statuscode")));
        await org.PatchAsync($"products({product.Id("productid")})", new() { ["statecode"] = 0 });
        Assert.Equal(1, (await org.GetAsync($"products({product.Id("productid")})")).Json.Whole("statuscode"));
        Assert.Equal(412, (await org.PostAsync("products", goods.DeepClone().AsObject())).Error.Status);
    }
}
