namespace Integration.Dynamics.Finance.Probing;

/// <summary>A code that must exist in F&amp;O.</summary>
/// <param name="Named">Where it is named, such as <c>setting warehouse</c>.</param>
/// <param name="Set">The entity set.</param>
/// <param name="Field">Its field.</param>
/// <param name="Code">The code.</param>
internal sealed record Target(string Named, string Set, string Field, string Code);
