using System.Text.Json.Nodes;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Dataverse.Fulfilment;
using Integration.Dynamics.Dataverse.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Fulfilment;

public sealed class OrderStatesTests
{
    [Theory]
    [InlineData(0, 1, false, false, ErpOrderStatus.Open, "Active: New")]
    [InlineData(0, 1, true, false, ErpOrderStatus.Shipping, "Active: New")]
    [InlineData(0, 2, false, false, ErpOrderStatus.OnHold, "Active: Pending")]
    [InlineData(0, 690970000, true, false, ErpOrderStatus.OnHold, "Active: On Hold")]
    [InlineData(0, 100000007, false, false, ErpOrderStatus.Open, "state 0, reason 100000007")]
    [InlineData(1, 3, false, false, ErpOrderStatus.Open, "Submitted: In Progress")]
    [InlineData(2, 4, true, false, ErpOrderStatus.Cancelled, "Canceled")]
    [InlineData(3, 100001, true, false, ErpOrderStatus.Completed, "Fulfilled: Complete")]
    [InlineData(3, 100002, true, false, ErpOrderStatus.Shipping, "Fulfilled: Partial")]
    [InlineData(3, 100002, true, true, ErpOrderStatus.Completed, "Fulfilled: Partial")]
    [InlineData(4, 100003, true, false, ErpOrderStatus.Invoiced, "Invoiced")]
    [InlineData(7, 1, true, false, ErpOrderStatus.Unknown, "state 7, reason 1")]
    public void State_and_reason_say_the_status(int state, int reason, bool hasShipped, bool hasAllShipped, ErpOrderStatus status, string words)
    {
        var order = new DataverseRecord(JsonNode.Parse($$"""{"statecode":{{state}},"statuscode":{{reason}}}""")!.AsObject());

        Assert.Equal((status, words), (OrderStates.Of(order, hasShipped, hasAllShipped), OrderStates.Words(order)));
    }
}
