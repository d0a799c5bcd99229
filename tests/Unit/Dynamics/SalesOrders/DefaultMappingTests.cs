using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Publishing;
using Integration.Contracts.Customers;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Orders;
using Integration.Dynamics;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Finance.Stock;
using Integration.Dynamics.Protocol;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Unit.Acumatica.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class DefaultMappingTests
{
    private static readonly DynamicsSettings Settings = FinanceBench.OwnNumbers with { Site = "1", Warehouse = "11", Unit = "ea", Stock = new StockSettings { Reservation = Reservation.Manual } };
    private static readonly CompiledMapping Mapping = Compiled(Settings);
    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""{ "delivery-modes": { "codes": { "Ground": "GROUND" } } }""")!.AsObject(), "test");

    [Fact]
    public void Any_valid_order_maps_to_a_document_of_the_same_total_that_may_be_sent() =>
        Prop.ForAll(AnyOrder.Gen.ToArbitrary(), order =>
        {
            var prepared = OrderDocument.Prepare(order.Reference, Map(order), Settings);
            return (prepared.Problems.Count == 0 && prepared.Total.Amount == order.Total && prepared.Total.Currency == order.Currency)
                .Label($"{prepared.Total} for {order.Total}; {string.Join("; ", prepared.Problems)}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_amount_is_a_line_of_its_own_item()
    {
        var order = Plain() with
        {
            ShippingCost = 4.90m, Taxes = [new OrderTax("VAT", "VAT 8.1 %", 1.23m)], Fees = [new OrderFee("GIFT", "Gift wrap", 2m), new OrderFee("LOYALTY", "Loyalty", -1m)],
            Discounts = [new OrderDiscount("SALE", "Sale", 1.50m), new OrderDiscount("CPN", "Coupon", 0.50m, "ÉTÉ-10")], Rounding = -0.01m,
        };

        var lines = Map(order)["lines"]!.AsArray();

        Assert.Equal(
            [("MUG-01", "1", 1m), ("SHIPPING", "shipping", 4.90m), ("GIFTWRAP", "fee-GIFT", 2m), ("GIFTWRAP", "fee-LOYALTY", -1m), ("SALESTAX", "tax-VAT", 1.23m), ("DISCOUNT", "discount-SALE", -1.50m),
             ("DISCOUNT", "discount-CPN", -0.50m), ("ROUNDING", "rounding", -0.01m)],
            lines.Select(line => (line!.AsObject().Text("ItemNumber"), line.AsObject().Text("ExternalItemNumber"), line.AsObject().Number("LineAmount")!.Value)));
        Assert.Equal("Mug (Size: XL, Print: \"A & B\")", (string?)lines[0]!["LineDescription"]);
        Assert.Equal("ÉTÉ-10", (string?)lines[6]!["LineDescription"]);
        Assert.All(lines, line => Assert.Equal(("1", "11", "", "", "Yes"), (
            (string?)line!["ShippingSiteId"], (string?)line["ShippingWarehouseId"], (string?)line["SalesTaxGroupCode"], (string?)line["SalesTaxItemGroupCode"], (string?)line["SkipCreateAutoCharges"])));
        Assert.Equal(["ea", null], lines.Take(2).Select(line => (string?)line!["SalesUnitSymbol"]));
    }

    [Fact]
    public void The_header_switches_off_what_would_change_the_total_and_carries_address_and_references()
    {
        var header = Map(Plain())["header"]!.AsObject();

        Assert.Equal(("XC1-1001", "C42", "C42", "GROUND"), (header.Text("CustomersOrderReference"), header.Text("OrderingCustomerAccountNumber"), header.Text("InvoiceCustomerAccountNumber"), header.Text("DeliveryModeCode")));
        Assert.Equal(("Yes", "Ann Example", "1 Main St\nApt 4", "Zürich", "8001", "CHE"), (
            header.Text("IsDeliveryAddressOrderSpecific"), header.Text("DeliveryAddressName"), header.Text("DeliveryAddressStreet"), header.Text("DeliveryAddressCity"), header.Text("DeliveryAddressZipCode"), header.Text("DeliveryAddressCountryRegionId")));
        Assert.Equal(("Yes", "Yes", "No", "None", "2026-03-01T12:00:00Z"), (
            header.Text("SkipCreateAutoCharges"), header.Text("OverrideSalesTax"), header.Text("ArePricesIncludingSalesTax"), header.Text("InventoryReservationMethod"), header.Text("RequestedShippingDate")));
        foreach (var group in (string[])["PriceCustomerGroupCode", "LineDiscountCustomerGroupCode", "MultilineDiscountCustomerGroupCode", "TotalDiscountCustomerGroupCode", "ChargeCustomerGroupId", "SalesTaxGroupCode"])
            Assert.Equal("", (string?)header[group]);
    }

    [Fact]
    public void Without_a_shipping_address_the_goods_go_to_the_billing_address()
    {
        var header = Map(Plain() with { ShippingAddress = null, ShippingMethod = null })["header"]!.AsObject();

        Assert.Equal("Łódź", header.Text("DeliveryAddressCity"));
        Assert.False(header.ContainsKey("DeliveryModeCode"));
    }

    [Fact]
    public void A_shipping_method_without_a_mode_of_delivery_is_named()
    {
        var result = Mapping.Map(OrderMappings.SourceOf(null, Plain() with { ShippingMethod = new ShippingMethod("9", "Drone") }, "C42"), Lookups, null, TestContext.Current.CancellationToken);

        Assert.Equal(("delivery-modes", "Drone"), (Assert.Single(result.Problems).Lookup, result.Problems[0].Code));
    }

    [Theory]
    [InlineData("SalesOrderHeadersV2", "SalesOrderLines")]
    [InlineData("SalesOrderHeadersV4", "SalesOrderLinesV3")]
    public void The_document_fits_every_version_of_the_entities_and_leaves_no_setting_behind(string header, string lines)
    {
        var settings = FinanceBench.OwnNumbers with { HeaderEntity = header, LineEntity = lines };
        var text = OrderMapping.Render(settings);

        Assert.DoesNotContain("{setting:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ShippingWarehouseId", text, StringComparison.Ordinal);
        Assert.DoesNotContain("InventoryReservationMethod", text, StringComparison.Ordinal);
        Compiled(settings);
    }

    [Fact]
    public void Scores_of_a_service_go_into_the_fields_that_an_extension_adds()
    {
        var scored = Settings with { AnomalyScore = "AIAnomalyScore", CreditScore = "AICreditScore" };

        var document = Scored(scored, new OrderScores(0.75m, 0.5m));

        Assert.Equal((0.75m, 0.5m), (document["header"]!.AsObject().Number("AIAnomalyScore"), document["header"]!.AsObject().Number("AICreditScore")));
        Assert.Empty(OrderDocument.Prepare("XC1-1001", document, scored).Problems);
        Assert.False(Scored(scored, null)["header"]!.AsObject().ContainsKey("AIAnomalyScore"));
        Assert.False(Scored(Settings, new OrderScores(0.75m, 0.5m))["header"]!.AsObject().ContainsKey("AIAnomalyScore"));
        Assert.Contains(OrderDocument.Prepare("XC1-1001", document, Settings).Problems, problem => problem.Field == "header.AIAnomalyScore");
    }

    private static JsonObject Scored(DynamicsSettings settings, OrderScores? scores) =>
        Compiled(settings).Map(OrderMappings.SourceOf(null, Plain(), "C42", scores), Lookups, null, TestContext.Current.CancellationToken).Document!;

    private static CompiledMapping Compiled(DynamicsSettings settings) => MappingDocument.Parse(OrderMapping.Render(settings)).Compile(new OrderSourceSchema("order"), OrderSchema.Of(settings));

    private static Order Plain() => AnyOrder.Gen.Sample(5, 1).First() with
    {
        BillingAddress = new Address { FirstName = "Zoë", City = "Łódź", Country = "PL" },
        ShippingAddress = new Address { FirstName = "Ann", LastName = "Example", Street = "1 Main St", Street2 = "Apt 4", City = "Zürich", PostalCode = "8001", Country = "CH" },
        ShippingMethod = new ShippingMethod("3", "Ground"), ShippingCost = 0, Payments = [], Taxes = [], Fees = [], Discounts = [], Rounding = 0,
        Lines = [new OrderLine { Id = "1", Sku = "MUG-01", Name = "Mug", Quantity = 1, UnitPrice = 1, Subtotal = 1, Options = [new LineOption("Size", "XL"), new LineOption("Print", "\"A & B\"")] }],
    };

    private static JsonObject Map(Order order)
    {
        var result = Mapping.Map(OrderMappings.SourceOf(null, order, "C42"), Lookups, null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return result.Document!;
    }
}
