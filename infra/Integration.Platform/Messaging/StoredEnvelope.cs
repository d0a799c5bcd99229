using System.Buffers;
using System.Net.Mime;
using System.Text.Json;
using Integration.Platform.Database;
using MassTransit;
using MassTransit.Serialization;

namespace Integration.Platform.Messaging;

/// <summary>
/// Writes MassTransit's JSON envelope around the stored body, so that the relay neither reads nor writes the message again.
/// </summary>
internal sealed class StoredEnvelope(OutboxRow row) : IMessageSerializer
{
    private static readonly ContentType Json = SystemTextJsonMessageSerializer.JsonContentType;

    public ContentType ContentType => Json;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => new BytesMessageBody(Write(row));

    /// <summary>The envelope's bytes.</summary>
    public static byte[] Write(OutboxRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + row.Body.Length);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("messageId", row.Id);
            if (row.CorrelationId is not null)
            {
                json.WriteString("correlationId", row.CorrelationId);
            }

            json.WriteString("sentTime", UnixTime.FromUnixMs(row.CreatedAt).UtcDateTime);
            json.WriteStartArray("messageType");
            json.WriteStringValue(Urn(row.MessageType));
            json.WriteEndArray();
            json.WritePropertyName("message");
            json.WriteRawValue(row.Body, skipInputValidation: true);
            json.WriteStartObject("headers");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary><c>urn:message:Namespace:Type</c> for a type's full name; nested types are not messages.</summary>
    internal static string Urn(string messageType)
    {
        var split = messageType.LastIndexOf('.');
        return split < 0 ? $"urn:message:{messageType}" : $"urn:message:{messageType[..split]}:{messageType[(split + 1)..]}";
    }
}
