namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>Tells whose access token a call carries; what a resource asks before it serves anything.</summary>
internal interface ITokenCheck
{
    /// <summary>The application that the token was given to, or null when it is missing, forged, over, revoked or meant for another resource.</summary>
    /// <param name="authorization">The call's Authorization header.</param>
    /// <param name="audience">The resource that is called.</param>
    EntraApp? AppOf(string? authorization, Uri audience);
}
