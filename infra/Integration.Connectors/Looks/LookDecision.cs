namespace Integration.Connectors.Looks;

/// <summary>What a lane made of a changed record.</summary>
/// <param name="Note">The lane's memory of it from now on.</param>
/// <param name="NotYet">True when the lane cannot tell yet (a link is missing): nothing is stored, and the record is read again later.</param>
internal sealed record LookDecision(string Note, bool NotYet = false)
{
    /// <summary>See <see cref="NotYet"/>.</summary>
    public static LookDecision Later { get; } = new("", NotYet: true);
}
