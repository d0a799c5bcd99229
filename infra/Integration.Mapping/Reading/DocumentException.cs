namespace Integration.Mapping.Reading;

/// <summary>
/// A mapping document, flow document or lookup file that cannot be used. Every error found is listed, each naming document,
/// rule and property and what to change.
/// </summary>
public sealed class DocumentException : Exception
{
    internal DocumentException(IReadOnlyList<string> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>All errors, in the order of the document.</summary>
    public IReadOnlyList<string> Errors { get; }
}
