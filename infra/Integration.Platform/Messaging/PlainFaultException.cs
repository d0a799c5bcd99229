namespace Integration.Platform.Messaging;

/// <summary>
/// A failure whose text may be shown to operators: it names what is wrong without payload, personal data or secrets.
/// Of any other exception only the type and the place are kept.
/// </summary>
public class PlainFaultException(string message, Exception? inner = null) : Exception(message, inner);
