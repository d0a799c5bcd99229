using System.Text;
using Integration.Connectors.Ports;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Hints;
using Integration.Dynamics.Finance.Hints;
using Integration.Dynamics.Hints;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Hints;

/// <summary>What comes to the one address of a connection to both systems.</summary>
public sealed class DynamicsPushTests
{
    private const string Webhook = """
        {"MessageName":"Update","PrimaryEntityName":"salesorder","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1","OperationId":"00000000-0000-0000-0000-0000000000b5",
         "InputParameters":[{"key":"Target","value":{"Attributes":[{"key":"msdyn_salesordernumber","value":"000891"}]}}]}
        """;

    private const string BusinessEvent = """{"BusinessEventId":"SalesInvoicePostedBusinessEvent","BusinessEventLegalEntity":"USMF","EventId":"6F0B5C6E","SalesOrderId":"000892"}""";

    private const string DataEvent = """
        {"MessageName":"OnExternalUpdated","PrimaryEntityName":"mserp_salesorderheaderv3entity","PrimaryEntityId":"00000000-0000-0000-0000-000000000000",
         "InputParameters":[{"key":"Target","value":{"Attributes":[{"key":"mserp_salesordernumber","value":"000893"},{"key":"mserp_dataareaid","value":"usmf"}]}}]}
        """;

    [Fact]
    public void Webhooks_and_events_are_told_apart_by_their_shape()
    {
        Assert.Equal([(Entities.Order, "000891")], Read(Webhook)!.Records);
        Assert.Equal([(Entities.Order, "000892")], Read(BusinessEvent)!.Records);
        Assert.Equal([(Entities.Order, "000893")], Read(DataEvent)!.Records);
        Assert.Equal([(Entities.Order, "000892"), (Entities.Order, "000893")], Read($"[{BusinessEvent},{DataEvent}]")!.Records);
    }

    [Fact]
    public void Each_has_the_id_that_its_sender_gave_it()
    {
        Assert.Equal("Update 00000000-0000-0000-0000-0000000000d1 00000000-0000-0000-0000-0000000000b5", Read(Webhook)!.DeliveryId);
        Assert.Equal("6F0B5C6E", Read(BusinessEvent)!.DeliveryId);
        Assert.Null(Read(DataEvent)!.DeliveryId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"EventId":"\ud800"}""")]
    public void What_is_neither_is_told(string body) => Assert.Null(Read(body));

    private static PushNotification? Read(string body) =>
        new DynamicsPush(new WebhookHints("ours", DualWriteRecords.Of), new EventHints(FinanceBench.Usual)).Read(Encoding.UTF8.GetBytes(body));
}
