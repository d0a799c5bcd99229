using System.Collections.Frozen;

namespace Integration.Platform.Messaging;

/// <summary>The message types this process knows, by the name under which rows and dead letters carry them.</summary>
public sealed class MessageTypes
{
    private readonly FrozenDictionary<string, Type> _byName;

    internal MessageTypes(IEnumerable<RegisteredMessage> registered) =>
        _byName = registered.Select(message => message.Type).Distinct().ToFrozenDictionary(NameOf);

    /// <summary>The name of a message type: its full CLR name without assembly or version.</summary>
    public static string NameOf(Type type) => type.FullName!;

    /// <summary>The type with this name, or null when it was not registered.</summary>
    public Type? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The registered name of a type.</summary>
    /// <exception cref="InvalidOperationException">The type was not registered.</exception>
    public string Require(Type type)
    {
        var name = NameOf(type);
        return _byName.ContainsKey(name)
            ? name
            : throw new InvalidOperationException($"Message type {name} is not registered; add it by services.AddMessages(typeof({type.Name})).");
    }
}
