using System.Text.Json;
using Integration.Console.Alerts;
using Integration.Console.Attention;
using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Console.DeadLetters;

/// <summary>Puts what the broker gave up on the attention list, with the cause where a handler saw one.</summary>
internal sealed class DeadLetterStore(IDatabase database, AlertOutbox alerts) : IDeadLetterSink
{
    /// <summary>The entity of attention entries that stand for a message; their lane is the queue, their record id message id and queue.</summary>
    public const string Entity = "message";

    public static Guid MessageIdOf(AttentionRow row) => Guid.Parse(row.RecordId.AsSpan(0, row.RecordId.IndexOf('@', StringComparison.Ordinal)));

    public Task StoreAsync(DeadLetter letter, CancellationToken ct) => database.TransactAsync(async (unit, token) =>
    {
        var (pair, order) = OrderOf(letter.Body);
        var raised = new AttentionRaised
        {
            Pair = pair,
            Lane = letter.Queue,
            Entity = Entity,
            RecordId = $"{letter.MessageId}@{letter.Queue}",
            Number = order.Length > 0 ? $"order id {order}" : ShortType(letter) ?? "unknown message",
            Class = AttentionClasses.DeadLetter,
            Reasons = Reasons(letter),
            Advice = $"Mend the cause, then retry: the message goes back to its queue. It also stands in {letter.Queue}.dead in the RabbitMQ management page.",
            Retry = new RetryMessage(letter.Queue, letter.MessageType ?? "", "{}"),
            At = letter.At,
            TraceId = TraceIdOf(letter.TraceParent),
        };
        // An alert that could not be sent must not raise a further alert about itself.
        if (await AttentionStore.RaiseAsync(unit, raised, token) && letter.Queue != AlertOutbox.Queue) await alerts.AttentionAsync(unit, raised, token);
    }, ct);

    private static IReadOnlyList<Reason> Reasons(DeadLetter letter)
    {
        var given = new Reason("", $"{ShortType(letter) ?? "A message"} was given up on {letter.Queue}: {Why(letter.Reason)}");
        return letter.FaultType is null ? [given] : [given, new Reason("", $"{letter.FaultType}: {letter.FaultMessage}")];
    }

    private static string Why(string reason) => reason switch
    {
        "fault" => "handling it failed again and again.",
        "delivery_limit" => "the service stopped every time it was handling it.",
        "expired" => "it waited longer than its queue allows.",
        "maxlen" => "its queue was full.",
        "rejected" => "the service refused it.",
        _ => $"{reason}.",
    };

    private static string? ShortType(DeadLetter letter) => letter.MessageType?.Split('.')[^1];

    private static string TraceIdOf(string? traceParent) =>
        System.Diagnostics.ActivityContext.TryParse(traceParent, null, out var trace) ? trace.TraceId.ToString() : "";

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
