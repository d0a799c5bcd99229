using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Tests.Compliance.Storefront;

/// <summary>A running storefront, the connector to it, and the hands of its customers and staff.</summary>
internal abstract class StorefrontStage : IAsyncDisposable
{
    public abstract IStorefront Storefront { get; }

    public abstract PairDefinition Pair { get; }

    public abstract StorefrontFeatures Features { get; }

    /// <summary>The storefront's clock.</summary>
    public abstract DateTimeOffset ShopTime { get; }

    /// <summary>How many writes reached the storefront.</summary>
    public abstract int Writes { get; }

    /// <summary>Places an order and lets it grow old enough to be taken; gives its id.</summary>
    public abstract Task<string> PlaceAsync(StagedOrder order);

    /// <summary>Places an order that stays half-made until the returned task ends.</summary>
    public abstract Task<(string Id, Task Finished)> PlaceHalfMadeAsync(StagedOrder order);

    /// <summary>Leaves a cart; gives its id.</summary>
    public abstract Task<string> LeaveCartAsync();

    /// <summary>Places an order as a customer with an account, which is made in this checkout when there is none; gives its id.</summary>
    public abstract Task<string> PlaceWithAccountAsync(StagedOrder order);

    /// <summary>A customer adds an address to an account, which becomes the default.</summary>
    public abstract Task MoveCustomerAsync(string id, string street);

    /// <summary>Staff delete an account.</summary>
    public abstract Task DeleteCustomerAsync(string id);

    /// <summary>Staff write a note, which counts as a change.</summary>
    public abstract Task NoteAsync(string id, string note);

    /// <summary>Staff cancel it.</summary>
    public abstract Task CancelAsync(string id);

    /// <summary>Staff delete it.</summary>
    public abstract Task DeleteAsync(string id);

    /// <summary>What the storefront shows.</summary>
    public abstract Task<StagedState> StateAsync(string id);

    /// <summary>Lets the storefront's clock run ahead.</summary>
    public abstract void Advance(TimeSpan time);

    /// <summary>Makes trouble until <see cref="Heal"/>.</summary>
    public abstract void Make(Trouble trouble);

    /// <summary>Ends all trouble.</summary>
    public abstract void Heal();

    public abstract ValueTask DisposeAsync();
}
