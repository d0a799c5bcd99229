using System.Text.Json.Nodes;
using Integration.Dynamics.Hints;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Hints;

public sealed class DeliveryIdsTests
{
    private const string Context = "\"PrimaryEntityId\":\"00000000-0000-0000-0000-0000000000D1\",\"OperationId\":\"00000000-0000-0000-0000-0000000000b5\"";

    [Theory]
    [InlineData("""{"BusinessEventId":"X","EventId":"6F0B5C6E","ControlNumber":7}""", "6F0B5C6E")]
    [InlineData("""{"BusinessEventId":"X","EventId":"6F0B5C6E","ControlNumber":99}""", "6F0B5C6E")]
    [InlineData($$"""{"MessageName":"Update",{{Context}}}""", "Update 00000000-0000-0000-0000-0000000000d1 00000000-0000-0000-0000-0000000000b5")]
    [InlineData("""{"MessageName":"Update","PrimaryEntityId":"00000000-0000-0000-0000-0000000000d1","OperationId":"00000000-0000-0000-0000-000000000000"}""", null)]
    [InlineData("""{"BusinessEventId":"X","ControlNumber":7}""", null)]
    [InlineData("""{"EventId":7}""", null)]
    [InlineData("""[{"EventId":"1"}]""", null)]
    public void A_delivery_is_known_by_the_senders_id_and_not_by_its_number(string body, string? id) => Assert.Equal(id, DeliveryIds.Of(JsonNode.Parse(body)!));

    [Fact]
    public void An_id_that_is_none_names_nothing() => Assert.Null(DeliveryIds.Of(JsonNode.Parse($$"""{"EventId":"{{new string('1', 101)}}"}""")!));
}
