using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;

namespace Integration.Dynamics.Protocol.Batch;

/// <summary>Reads the answer to a batch of one change set: either all its parts succeeded, or one part says why none was carried out. Anything else is no answer.</summary>
internal sealed class BatchReading(AnswerMeaning reading)
{
    private const string Line = "\r\n";

    /// <summary>Reads it.</summary>
    /// <param name="answer">What came of the call.</param>
    /// <param name="calls">How many calls were sent.</param>
    public BatchAnswer Read(OutsideAnswer answer, int calls)
    {
        if (reading.NoAnswer(answer, write: true) is { } failure) return new BatchAnswer([], failure);
        var answered = (OutsideAnswer.Answered)answer;
        if (!answered.IsSuccess)
        {
            var body = StrictJson.Read(answered.Body.Span) as JsonObject;
            return new BatchAnswer([], reading.Failure(answered.Status, body, write: true)) { Refusal = body };
        }

        return Parts(answered) is { } parts ? Read(parts, calls) : Broken();
    }

    private BatchAnswer Read(IReadOnlyList<MimePart> parts, int calls)
    {
        var messages = new List<(int? Id, int Status, JsonObject? Body)>();
        foreach (var part in parts)
        {
            if (Message(part) is not { } message) return Broken();
            messages.Add(message);
        }

        var refusals = messages.Where(message => message.Status is < 200 or > 299).ToList();
        if (refusals is [var refused]) return new BatchAnswer([], reading.Failure(refused.Status, refused.Body, write: true), refused.Id) { Refusal = refused.Body };
        if (refusals.Count > 1 || messages.Count != calls) return Broken();
        // By their numbers where the answer has them, else in the calls' order.
        var inOrder = messages.TrueForAll(message => message.Id is not null) ? messages.OrderBy(message => message.Id).ToList() : messages;
        return new BatchAnswer([.. inOrder.Select(message => message.Body)], null);
    }

    // The answers stand in the change set's own multipart; a refused one may stand there or directly in the batch.
    private static IReadOnlyList<MimePart>? Parts(OutsideAnswer.Answered answered)
    {
        if (Multipart.BoundaryOf(answered.Header("Content-Type")) is not { } boundary || !Utf8.IsValid(answered.Body.Span)) return null;
        if (Multipart.Read(Encoding.UTF8.GetString(answered.Body.Span), boundary) is not { Count: 1 } outer) return null;
        return Multipart.BoundaryOf(outer[0].Headers.GetValueOrDefault("Content-Type")) is { } inner ? Multipart.Read(outer[0].Content, inner) is { Count: > 0 } parts ? parts : null : outer;
    }

    private static (int? Id, int Status, JsonObject? Body)? Message(MimePart part)
    {
        var end = part.Content.IndexOf(Line, StringComparison.Ordinal);
        if (end < 0) return null;
        var line = part.Content[..end].Split(' ', 3);
        if (line.Length < 2 || !line[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)) return null;
        // The line break before the boundary may be taken for the empty line after the headers.
        var rest = part.Content[(end + Line.Length)..];
        if (MimePart.Read(rest.StartsWith(Line, StringComparison.Ordinal) || rest.Contains(Line + Line, StringComparison.Ordinal) ? rest : rest + Line + Line) is not { } message) return null;
        var body = message.Content.Trim();
        var json = StrictJson.Read(Encoding.UTF8.GetBytes(body)) as JsonObject;
        if (body.Length > 0 && json is null && status is >= 200 and < 300) return null;
        var id = part.Headers.GetValueOrDefault("Content-ID") ?? message.Headers.GetValueOrDefault("Content-ID");
        return (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, status, json);
    }

    private static BatchAnswer Broken() => new([], new WriteOutcome.Unknown("The answer to the batch is not whole."));
}
