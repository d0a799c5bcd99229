<?php

namespace Integration\ErpBridge\Model;

use Doctrine\ORM\Mapping as ORM;

/**
 * A hint that waits, was delivered or failed. Only the mapping: the rows are written by plain statements, inside the shop's
 * transactions. Holds ids and no personal data, because X-Cart 5.4's REST API shows every table.
 *
 * @ORM\Entity
 * @ORM\Table (name="erp_bridge_outbox",
 *      indexes={
 *          @ORM\Index (name="due", columns={"state","dueAt"})
 *      },
 *      uniqueConstraints={
 *          @ORM\UniqueConstraint (name="message", columns={"messageId"})
 *      }
 * )
 */
class Outbox extends \XLite\Model\AEntity
{
    /**
     * @var int
     *
     * @ORM\Id
     * @ORM\GeneratedValue (strategy="AUTO")
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $id;

    /**
     * @var string the header webhook-id
     *
     * @ORM\Column (type="string", options={ "fixed": true }, length=36)
     */
    protected $messageId;

    /**
     * @var string like order.placed
     *
     * @ORM\Column (type="string", length=32)
     */
    protected $type;

    /**
     * @var int
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $entityId;

    /**
     * @var string what is sent, letter for letter
     *
     * @ORM\Column (type="string", length=255)
     */
    protected $body;

    /**
     * @var int seconds since 1970, as all times here
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $createdAt;

    /**
     * @var int
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $dueAt;

    /**
     * @var int 0 while it waits
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $doneAt;

    /**
     * @var string N waits, D delivered, F failed
     *
     * @ORM\Column (type="string", options={ "fixed": true }, length=1)
     */
    protected $state;

    /**
     * @var int
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $attempts;

    /**
     * @var int HTTP, 0 without an answer
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $lastStatus;

    /**
     * @var string
     *
     * @ORM\Column (type="string", length=255)
     */
    protected $lastProblem;

    /**
     * @var string of the sender that has it
     *
     * @ORM\Column (type="string", length=32)
     */
    protected $claim;

    /**
     * @var int
     *
     * @ORM\Column (type="integer", options={ "unsigned": true })
     */
    protected $claimedUntil;
}
