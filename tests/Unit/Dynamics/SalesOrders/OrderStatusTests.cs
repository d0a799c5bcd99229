using System.Text.Json.Nodes;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.SalesOrders;

public sealed class OrderStatusTests
{
    [Theory]
    [InlineData("Backorder", "Active", "No", "Backorder Backorder", ErpOrderStatus.Open, "Open order")]
    [InlineData("Backorder", "Confirmed", "No", "Backorder Backorder", ErpOrderStatus.Open, "Open order, Confirmed")]
    [InlineData("None", "", "No", "", ErpOrderStatus.Open, "None")]
    [InlineData("Backorder", "Active", "Yes", "Backorder Backorder", ErpOrderStatus.OnHold, "Open order, processing stopped")]
    [InlineData("Backorder", "Picked", "No", "Backorder Backorder", ErpOrderStatus.Shipping, "Open order, Picked")]
    [InlineData("Backorder", "PartiallyDelivered", "No", "Delivered Backorder", ErpOrderStatus.Shipping, "Open order, PartiallyDelivered")]
    [InlineData("Backorder", "PartiallyDelivered", "No", "Delivered Delivered", ErpOrderStatus.Completed, "Open order, PartiallyDelivered, goods delivered")]
    [InlineData("Backorder", "PartiallyDelivered", "No", "Delivered Canceled", ErpOrderStatus.Completed, "Open order, PartiallyDelivered, goods delivered")]
    [InlineData("Delivered", "Delivered", "No", "Delivered Delivered", ErpOrderStatus.Completed, "Delivered")]
    [InlineData("Backorder", "PartiallyInvoiced", "No", "Invoiced Invoiced", ErpOrderStatus.Invoiced, "Open order, PartiallyInvoiced, goods invoiced")]
    [InlineData("Delivered", "DeliveredPartiallyInvoiced", "No", "Invoiced Delivered", ErpOrderStatus.Completed, "Delivered, DeliveredPartiallyInvoiced")]
    [InlineData("Invoiced", "Invoiced", "No", "Invoiced Invoiced", ErpOrderStatus.Invoiced, "Invoiced")]
    [InlineData("Canceled", "Canceled", "No", "Canceled Canceled", ErpOrderStatus.Cancelled, "Canceled")]
    [InlineData("Quarantined", "Active", "No", "", ErpOrderStatus.Unknown, "Quarantined")]
    public void The_goods_decide_with_the_header(string status, string processing, string stopped, string lines, ErpOrderStatus wanted, string words)
    {
        var order = new StoredOrder(
            new FinanceRecord(new JsonObject { ["SalesOrderStatus"] = status, ["SalesOrderProcessingStatus"] = processing, ["IsSalesProcessingStopped"] = stopped }),
            [.. lines.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => Line("MUG-01", line)), Line("SHIPPING", "Backorder")]);

        Assert.Equal((wanted, words), (OrderStatus.Of(order, new OrderItems()), OrderStatus.Words(order, new OrderItems())));
    }

    private static FinanceRecord Line(string item, string status) => new(new JsonObject { ["ItemNumber"] = item, ["SalesOrderLineStatus"] = status });
}
