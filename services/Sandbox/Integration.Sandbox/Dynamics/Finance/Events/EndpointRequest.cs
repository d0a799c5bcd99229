namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>An endpoint of type HTTPS that is registered, and the events that are activated for it.</summary>
internal sealed record EndpointRequest
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "integration";

    /// <summary>Where events are posted.</summary>
    public required Uri Url { get; init; }

    /// <summary>A header that is sent with each event.</summary>
    public string? HeaderName { get; init; }

    /// <summary>Its value.</summary>
    public string? HeaderValue { get; init; }

    /// <summary>IDs of the business events; all when left out.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Legal entities that the events are activated for; all when left out.</summary>
    public IReadOnlyList<string>? LegalEntities { get; init; }

    /// <summary>Entity sets whose data events are sent.</summary>
    public IReadOnlyList<string> DataEvents { get; init; } = [];
}
