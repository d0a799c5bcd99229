namespace Integration.Tests.Unit.Dynamics;

/// <summary>A call as the server saw it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query, unescaped.</param>
/// <param name="Address">The whole address as it was sent.</param>
/// <param name="Body">The body.</param>
/// <param name="Token">The bearer token.</param>
/// <param name="Prefer">The header of that name.</param>
internal sealed record FinanceCall(string Method, string Target, string Address, string Body, string Token, string Prefer);
