namespace Integration.Sandbox.Acumatica.Records;

/// <summary>A filter, ready to be used.</summary>
/// <param name="Holds">True for what is wanted.</param>
/// <param name="Equal">A text field that must have this value, by which the rest need not be looked at; null when there is none.</param>
/// <param name="Since">A change stamp that must not be earlier, by which the rest need not be looked at; null when there is none.</param>
internal sealed record FilterTest(Func<Row, bool> Holds, (string Field, string Value)? Equal, (string Field, DateTimeOffset From)? Since);
