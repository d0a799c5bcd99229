namespace Integration.Contracts.Customers;

/// <summary>One field that is to be written, or was.</summary>
/// <param name="Name">One of <see cref="CustomerFields"/>.</param>
/// <param name="Value">The value; may be personal.</param>
/// <param name="Expected">The value that is there until now; another one is not written over. Null when there is no record yet.</param>
public sealed record FieldWrite(string Name, string Value, string? Expected)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => $"{nameof(FieldWrite)} {Name}";
}
