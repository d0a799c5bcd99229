using System.Text;

namespace Integration.Connectors.Http;

/// <summary>What came of one call to an outside system.</summary>
public abstract record OutsideAnswer
{
    private OutsideAnswer()
    {
    }

    /// <summary>The system answered, whatever it said. Redirects are answers too: none is followed.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Headers">Headers of answer and body by name, without regard to case; several values joined by a comma and a space.</param>
    /// <param name="Body">The body, decompressed.</param>
    /// <param name="SourceTime">The system's time, UTC, by the <c>Date</c> headers of this answer and those before; not later than it is there. Null without one.</param>
    public sealed record Answered(
        int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body, DateTimeOffset? SourceTime) : OutsideAnswer
    {
        /// <summary>True for 2xx.</summary>
        public bool IsSuccess => Status is >= 200 and < 300;

        /// <summary>The body as UTF-8 text.</summary>
        public string Text() => Encoding.UTF8.GetString(Body.Span);

        /// <summary>A header's value, or null.</summary>
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }

    /// <summary>Name, connection or TLS failed, or the call was refused here: certainly nothing happened over there.</summary>
    /// <param name="Reason">Plain words.</param>
    public sealed record NotSent(string Reason) : OutsideAnswer;

    /// <summary>The request left, and no answer or a broken one came: it may have been carried out.</summary>
    /// <param name="Reason">Plain words.</param>
    public sealed record NoAnswer(string Reason) : OutsideAnswer;

    /// <summary>The system asks for fewer calls (429, or 503 with Retry-After). While that time runs, calls are answered so without being sent.</summary>
    /// <param name="After">How long to wait.</param>
    public sealed record Throttled(TimeSpan After) : OutsideAnswer;
}
