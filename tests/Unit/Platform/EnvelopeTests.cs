using System.Text;
using Integration.Platform.Messaging;
using Xunit;

namespace Integration.Tests.Unit.Platform;

public sealed class EnvelopeTests
{
    [Fact]
    public void What_the_relay_writes_the_dead_letter_reader_reads()
    {
        var row = new OutboxRow
        {
            Id = "0190a4b2-0000-7000-8000-000000000001",
            Queue = "q",
            MessageType = "Integration.Contracts.Orders.OrderPlaced",
            Body = "{\"total\":10.10,\"name\":\"漢字\"}",
        };

        var envelope = EnvelopeReader.Read(StoredEnvelope.Write(row));

        Assert.Equal(new Envelope(Guid.Parse(row.Id), row.MessageType, row.Body), envelope);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"message\":{}}")]
    [InlineData("{\"message\":{},\"messageId\":\"no id\"}")]
    public void A_foreign_body_is_not_an_envelope(string body) => Assert.Null(EnvelopeReader.Read(Encoding.UTF8.GetBytes(body)));
}
