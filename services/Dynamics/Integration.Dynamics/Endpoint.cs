using Integration.Connectors.Http;
using Integration.Dynamics.Tokens;

namespace Integration.Dynamics;

/// <summary>One address of a connection.</summary>
/// <param name="Address">The environment's address.</param>
/// <param name="Http">Its client.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record Endpoint(Uri Address, OutsideHttp Http, ITokenSource Tokens);
