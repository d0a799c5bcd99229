using System.Text.Json.Nodes;
using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Fulfilment;

public sealed class SalesStateTests
{
    [Theory]
    [InlineData(0, 1, 0, ErpOrderStatus.Open)]
    [InlineData(0, 1, 1, ErpOrderStatus.Shipping)]
    [InlineData(0, 2, 0, ErpOrderStatus.OnHold)]
    [InlineData(0, 690970000, 0, ErpOrderStatus.OnHold)]
    [InlineData(0, 100000007, 0, ErpOrderStatus.Open)]
    [InlineData(1, 3, 0, ErpOrderStatus.Open)]
    [InlineData(1, 3, 1, ErpOrderStatus.Shipping)]
    [InlineData(2, 4, 1, ErpOrderStatus.Cancelled)]
    [InlineData(3, 100001, 0, ErpOrderStatus.Completed)]
    [InlineData(3, 100002, 1, ErpOrderStatus.Shipping)]
    [InlineData(3, 100002, 3, ErpOrderStatus.Completed)]
    [InlineData(4, 100003, 3, ErpOrderStatus.Invoiced)]
    [InlineData(7, 1, 0, ErpOrderStatus.Unknown)]
    public void State_reason_and_what_left_say_the_status(int state, int reason, int shipped, ErpOrderStatus status)
    {
        var order = new StoredSale(Record($$"""{"statecode":{{state}},"statuscode":{{reason}}}"""), [Line("MUG-01", shipped), Line("", 0)], "USD");

        Assert.Equal(status, SalesState.Of(order));
    }

    private static StoredLine Line(string sku, int shipped) => new(Record($$"""{"quantity":3,"quantityshipped":{{shipped}}}"""), sku, "");

    private static DataverseRecord Record(string json) => new(JsonNode.Parse(json)!.AsObject());
}
