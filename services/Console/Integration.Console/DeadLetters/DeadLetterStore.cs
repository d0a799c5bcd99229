using System.Text.Json;
using Integration.Console.Attention;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Console.DeadLetters;

/// <summary>Puts what the broker gave up on the attention list, with the cause where a handler saw one.</summary>
internal sealed class DeadLetterStore(IDatabase database) : IDeadLetterSink
{
    /// <summary>The entity of attention entries that stand for a message; their lane is the queue, their record id the message id.</summary>
    public const string Entity = "message";

    public Task StoreAsync(DeadLetter letter, CancellationToken ct) => database.TransactAsync(async (unit, token) =>
    {
        var (pair, order) = OrderOf(letter.Body);
        await AttentionStore.RaiseAsync(unit, new AttentionRaised
        {
            Pair = pair,
            Lane = letter.Queue,
            Entity = Entity,
            RecordId = letter.MessageId.ToString(),
            Number = order.Length > 0 ? $"order id {order}" : letter.MessageType ?? "unknown message",
            Class = AttentionClasses.DeadLetter,
            Reasons = Reasons(letter),
            Advice = "Mend the cause, then retry: the message goes back to its queue. It also stands in the queue's .dead queue in the RabbitMQ management page.",
            Retry = new RetryMessage(letter.Queue, letter.MessageType ?? "", "{}"),
            At = letter.At,
        }, token);
    }, ct);

    private static IReadOnlyList<Reason> Reasons(DeadLetter letter)
    {
        var given = new Reason("", $"{letter.MessageType?.Split('.')[^1] ?? "A message"} was given up on {letter.Queue} ({letter.Reason}).");
        return letter.FaultType is null ? [given] : [given, new Reason("", $"{letter.FaultType}: {letter.FaultMessage}")];
    }

    /// <summary>Pair and order id of an order message: its key is the one thing about a dead letter that people recognise.</summary>
    private static (string Pair, string Order) OrderOf(string body)
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
