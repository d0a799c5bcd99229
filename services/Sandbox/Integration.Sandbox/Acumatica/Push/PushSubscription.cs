namespace Integration.Sandbox.Acumatica.Push;

/// <summary>A push notification definition (SM302000) with a webhook as its destination.</summary>
public sealed record PushSubscription
{
    /// <summary>Where to post.</summary>
    public required Uri Url { get; init; }

    /// <summary>Header that carries the shared secret; null sends none.</summary>
    public string? HeaderName { get; init; }

    /// <summary>The shared secret.</summary>
    public string? HeaderValue { get; init; }

    /// <summary>Name of the generic inquiry, as told in the payload.</summary>
    public required string Query { get; init; }

    /// <summary>Entity that the inquiry lists; when left out it is the first entity whose name the query contains, else SalesOrder.</summary>
    public string? Entity { get; init; }
}
