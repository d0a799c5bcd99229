using System.Text.Json;
using Integration.Console.Attention;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Console.DeadLetters;

/// <summary>Puts what the broker gave up on the attention list, with the cause that the consumer reported.</summary>
internal sealed class DeadLetterStore(IDatabase database, AttentionStore attention) : IDeadLetterSink
{
    /// <summary>The entity of attention entries that stand for a message; their lane is the queue, their record id the message id.</summary>
    public const string Entity = "message";

    public Task StoreAsync(DeadLetter letter, CancellationToken ct) => database.TransactAsync(async (unit, token) =>
    {
        var cause = await unit.FirstOrDefaultAsync<string>(
            "select cause from console_delivery_failure where message_id = @id", new { id = letter.MessageId.ToString() }, token);
        var (pair, order) = OrderOf(letter.Body);
        await attention.RaiseAsync(unit, new AttentionRaised
        {
            Pair = pair,
            Lane = letter.Queue,
            Entity = Entity,
            RecordId = letter.MessageId.ToString(),
            Number = order.Length > 0 ? $"order id {order}" : letter.MessageType,
            Class = AttentionClasses.DeadLetter,
            Reasons = [new Reason("", $"{letter.MessageType} was given up on {letter.Queue} ({letter.Reason})."), .. cause is null ? Array.Empty<Reason>() : [new Reason("", cause)]],
            Advice = "Mend the cause, then retry: the message goes back to its queue. It also stands in the queue's .dead queue in the RabbitMQ management page.",
            Retry = new RetryMessage(letter.Queue, letter.MessageType, "{}"),
            At = letter.At,
        }, token);
    }, ct);

    /// <summary>Remembers why a consumer gave a delivery back, for the dead letter that may follow, and completes one that came first.</summary>
    public async Task RememberAsync(IUnit unit, DeliveryFailed failed, CancellationToken ct)
    {
        await unit.ExecuteAsync(
            """
            insert into console_delivery_failure (message_id, queue, message_type, cause, at) values (@id, @queue, @type, @cause, @at)
            on conflict (message_id) do update set cause = excluded.cause, at = excluded.at
            """,
            new { id = failed.MessageId.ToString(), queue = failed.Queue, type = failed.MessageType, cause = failed.Cause, at = failed.At.ToUnixMs() }, ct);
    }

    /// <summary>Pair and order id of an order message: its key is the one thing about a dead letter that people recognise.</summary>
    private static (string Pair, string Order) OrderOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out var message)) root = message;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.Object
                ? (Text(key, "pair"), Text(key, "orderId"))
                : ("", "");
        }
        catch (JsonException)
        {
            // A body that is no JSON is listed by its type alone; it is still stored and can be replayed.
            return ("", "");
        }
    }

    private static string Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
