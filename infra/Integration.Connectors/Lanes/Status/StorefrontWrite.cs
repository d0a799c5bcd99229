using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Lanes.Status;

/// <summary>One write to a storefront order.</summary>
internal sealed record StorefrontWrite
{
    public required OrderKey Key { get; init; }

    /// <summary>The order's number in the shop.</summary>
    public required string Number { get; init; }

    /// <summary>One of <see cref="Contracts.Storefront.StorefrontOperations"/>.</summary>
    public required string Operation { get; init; }

    /// <summary>What makes the write the same one beside order and operation: the value, or empty when revisions follow each other.</summary>
    public string Value { get; init; } = "";

    /// <summary>See <see cref="Effects.EffectIntent.Revision"/>.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>True for a status: a higher revision writes over a lower one.</summary>
    public bool Revised { get; init; }

    /// <summary>See <see cref="Effects.EffectIntent.UniqueReference"/>; null where the shop adds what it is given.</summary>
    public Func<CancellationToken, Task<bool>>? AddsOnce { get; init; }

    /// <summary>What is written, in plain words for the timeline.</summary>
    public required string What { get; init; }

    /// <summary>Looks whether it is there already.</summary>
    public required Func<CancellationToken, Task<LookOutcome>> Look { get; init; }

    /// <summary>Writes it.</summary>
    public required Func<CancellationToken, Task<WriteOutcome>> Write { get; init; }

    /// <summary>What a retry from the attention list sends.</summary>
    public required RetryMessage Retry { get; init; }
}
