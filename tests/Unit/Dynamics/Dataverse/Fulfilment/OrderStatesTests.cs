using System.Text.Json.Nodes;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Dataverse.Fulfilment;
using Integration.Dynamics.Dataverse.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Fulfilment;

public sealed class OrderStatesTests
{
    [Theory]
    [InlineData(0, 1, false, ErpOrderStatus.Open, "Active: New")]
    [InlineData(0, 1, true, ErpOrderStatus.Shipping, "Active: New")]
    [InlineData(0, 2, false, ErpOrderStatus.OnHold, "Active: Pending")]
    [InlineData(0, 690970000, true, ErpOrderStatus.OnHold, "Active: On Hold")]
    [InlineData(0, 100000007, false, ErpOrderStatus.Open, "state 0, reason 100000007")]
    [InlineData(1, 3, false, ErpOrderStatus.Open, "Submitted: In Progress")]
    [InlineData(2, 4, true, ErpOrderStatus.Cancelled, "Canceled")]
    [InlineData(3, 100001, true, ErpOrderStatus.Completed, "Fulfilled: Complete")]
    [InlineData(3, 100002, true, ErpOrderStatus.Shipping, "Fulfilled: Partial")]
    [InlineData(4, 100003, true, ErpOrderStatus.Invoiced, "Invoiced")]
    [InlineData(7, 1, true, ErpOrderStatus.Unknown, "state 7, reason 1")]
    public void State_and_reason_say_the_status(int state, int reason, bool hasShipped, ErpOrderStatus status, string words)
    {
        var order = new DataverseRecord(new JsonObject { ["statecode"] = state, ["statuscode"] = reason });

        Assert.Equal((status, words), (OrderStates.Of(order, hasShipped), OrderStates.Words(order)));
    }
}
