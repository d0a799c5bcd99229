namespace Integration.Connectors.Privacy;

/// <summary>Who is asked about.</summary>
/// <param name="Email">The person's e-mail address.</param>
internal sealed record PersonRequest(string Email);
