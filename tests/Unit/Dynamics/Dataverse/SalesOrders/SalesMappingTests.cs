using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Orders;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Unit.Contracts;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.SalesOrders;

public sealed class SalesMappingTests
{
    private static readonly DynamicsSettings Alone = SalesBench.Usual with { Dataverse = SalesBench.Usual.Dataverse with { AnomalyScore = "ai_anomalyscore", CreditScore = "ai_creditscore" } };

    [Theory]
    [InlineData("dataverse")]
    [InlineData("dataverse+fno")]
    public void Every_amount_of_the_order_is_carried(string mode)
    {
        var order = Order();

        var document = Mapped(Alone with { Mode = mode, LegalEntity = "usmf" }, order, null);

        Assert.Equal(order.Total, document.Total.Amount);
        Assert.Equal(mode == "dataverse", document.Freight > 0);
        Assert.DoesNotContain(document.Problems, problem => problem.Field != "header.Customer");
    }

    [Fact]
    public void Scores_of_a_service_go_into_the_columns_that_the_settings_name()
    {
        var scored = Mapped(Alone, Order(), new OrderScores(0.75m, 0.5m));

        Assert.Equal((0.75m, 0.5m), (scored.Columns["ai_anomalyscore"]!.GetValue<decimal>(), scored.Columns["ai_creditscore"]!.GetValue<decimal>()));
        Assert.False(Mapped(Alone, Order(), null).Columns.ContainsKey("ai_anomalyscore"));
        Assert.False(Mapped(SalesBench.Usual, Order(), new OrderScores(0.75m, null)).Columns.ContainsKey("ai_anomalyscore"));
    }

    private static Order Order()
    {
        var order = SampleOrder.With(new OrderKey("shop-erp", "7")) with { Rounding = 0.01m };
        return order with { Total = order.ComputedTotal() };
    }

    private static SalesDocument Mapped(DynamicsSettings settings, Order order, OrderScores? scores)
    {
        var method = order.ShippingMethod?.Name ?? "Ground";
        var lookups = LookupTables.Parse(new JsonObject { ["delivery-modes"] = new JsonObject { ["codes"] = new JsonObject { [method] = "2" } } }, "test");
        var result = MappingDocument.Parse(SalesMapping.Render(settings)).Compile(null, SalesSchema.Instance)
            .Map(OrderMappings.SourceOf(null, order, Guid.NewGuid().ToString(), scores), lookups, null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return SalesDocument.Prepare(order.Reference, result.Document!, settings);
    }
}
